//! The colours of a chart, each pair of them far enough apart to be told apart.

use plotters::style::RGBColor;

/// The colours of one scheme, and how large its text is drawn.
///
/// On its ground every mark reaches 3:1 and every text 4.5:1. Colour never carries meaning alone:
/// highlighted groups also differ in shape, unknown groups stand apart, and every row has its label.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// The ground.
    pub ground: RGBColor,
    /// Labels, values and titles.
    pub text: RGBColor,
    /// The axis, the mark line and its label.
    pub quiet: RGBColor,
    /// Gridlines, lighter than anything that carries meaning.
    pub grid: RGBColor,
    /// Groups.
    pub group: RGBColor,
    /// The highlighted group (the most deprived).
    pub highlight: RGBColor,
    /// The line around dots.
    pub outline: RGBColor,
    /// Groups of people whose group is unknown, and the hatching of hidden ones.
    pub unknown: RGBColor,
    /// Lines of a chart of several, the disadvantaged side first; their marks differ in shape too.
    pub series: [RGBColor; 4],
    /// A factor on every text size: 1 on a canvas.
    pub text_factor: f64,
}

impl Palette {
    /// Dark marks on white.
    pub const LIGHT: Self = Self {
        ground: RGBColor(0xFF, 0xFF, 0xFF),
        text: RGBColor(0x21, 0x2B, 0x32),
        quiet: RGBColor(0x4C, 0x62, 0x72),
        grid: RGBColor(0xE5, 0xE9, 0xEB),
        group: RGBColor(0x12, 0x43, 0x6D),
        highlight: RGBColor(0xF4, 0x6A, 0x25),
        outline: RGBColor(0x21, 0x2B, 0x32),
        unknown: RGBColor(0x6B, 0x6B, 0x6B),
        series: [
            RGBColor(0xF4, 0x6A, 0x25),
            RGBColor(0x12, 0x43, 0x6D),
            RGBColor(0x80, 0x16, 0x50),
            RGBColor(0x28, 0xA1, 0x97),
        ],
        text_factor: 1.0,
    };

    /// Light marks on near-black.
    pub const DARK: Self = Self {
        ground: RGBColor(0x12, 0x12, 0x12),
        text: RGBColor(0xF0, 0xF4, 0xF5),
        quiet: RGBColor(0xB8, 0xC4, 0xCB),
        grid: RGBColor(0x33, 0x38, 0x3B),
        group: RGBColor(0x6B, 0xAC, 0xE6),
        highlight: RGBColor(0xF4, 0x6A, 0x25),
        outline: RGBColor(0xF0, 0xF4, 0xF5),
        unknown: RGBColor(0xA6, 0xA6, 0xA6),
        series: [
            RGBColor(0xF4, 0x6A, 0x25),
            RGBColor(0x6B, 0xAC, 0xE6),
            RGBColor(0xD6, 0xA0, 0xC8),
            RGBColor(0x28, 0xA1, 0x97),
        ],
        text_factor: 1.0,
    };

    /// Two colours only, as forced-colours modes give them.
    pub const fn forced(text: RGBColor, ground: RGBColor, highlight: RGBColor) -> Self {
        Self {
            ground,
            text,
            quiet: text,
            grid: ground,
            group: text,
            highlight,
            outline: text,
            unknown: text,
            series: [highlight, text, text, text],
            text_factor: 1.0,
        }
    }

    /// The same colours for plotters' SVG backend, which draws text smaller than it is asked to.
    #[must_use]
    pub const fn for_svg(self) -> Self {
        Self {
            text_factor: 1.24,
            ..self
        }
    }
}
