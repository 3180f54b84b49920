//! A type that can cross, for each that cannot.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The serialisable likeness of a type of the layers below.
pub trait Twin {
    /// The type that it stands for.
    type Core;

    /// The likeness of a value.
    fn of(core: Self::Core) -> Self;

    /// The value again.
    fn core(self) -> Self::Core;
}

/// Declares a twin with the same fields or variants, and both ways between the two.
macro_rules! twin {
    (struct $name:ident of $core:path { $($field:ident: $type:ty),* $(,)? }) => {
        #[doc = concat!("The likeness of `", stringify!($core), "`.")]
        #[derive(Debug, serde::Serialize, serde::Deserialize)]
        pub struct $name { $($field: $type),* }

        impl Twin for $name {
            type Core = $core;

            fn of(core: $core) -> Self {
                Self { $($field: Twin::of(core.$field)),* }
            }

            fn core(self) -> $core {
                $core { $($field: Twin::core(self.$field)),* }
            }
        }
    };
    (enum $name:ident of $core:path { $(
        $variant:ident $({ $($field:ident: $type:ty),* $(,)? })? $(($only:ident: $inner:ty))?
    ),* $(,)? }) => {
        #[doc = concat!("The likeness of `", stringify!($core), "`.")]
        #[derive(Debug, serde::Serialize, serde::Deserialize)]
        pub enum $name { $(
            #[doc = "As there."]
            $variant $({ $(#[doc = "As there."] $field: $type),* })? $(($inner))?
        ),* }

        impl Twin for $name {
            type Core = $core;

            fn of(core: $core) -> Self {
                use $core as Other;
                match core { $(
                    Other::$variant $({ $($field),* })? $(($only))? =>
                        Self::$variant $({ $($field: Twin::of($field)),* })? $((Twin::of($only)))?
                ),* }
            }

            fn core(self) -> $core {
                use $core as Other;
                match self { $(
                    Self::$variant $({ $($field),* })? $(($only))? =>
                        Other::$variant $({ $($field: Twin::core($field)),* })? $((Twin::core($only)))?
                ),* }
            }
        }
    };
}

pub(super) use twin;

/// Types that cross as they are.
macro_rules! same {
    ($($type:ty),*) => { $(
        impl Twin for $type {
            type Core = Self;

            fn of(core: Self) -> Self { core }

            fn core(self) -> Self { self }
        }
    )* };
}

same!(
    Cow<'static, str>,
    String,
    bool,
    u8,
    u32,
    u64,
    usize,
    i64,
    i128,
    f64
);

impl<T: Twin> Twin for Vec<T> {
    type Core = Vec<T::Core>;

    fn of(core: Self::Core) -> Self {
        core.into_iter().map(T::of).collect()
    }

    fn core(self) -> Self::Core {
        self.into_iter().map(T::core).collect()
    }
}

/// A list of a literal, or of a file.
#[derive(Debug, Serialize, Deserialize)]
pub struct List<T>(Vec<T>);

impl<T: Twin<Core: Clone + 'static>> Twin for List<T> {
    type Core = Cow<'static, [T::Core]>;

    fn of(core: Self::Core) -> Self {
        Self(Twin::of(core.into_owned()))
    }

    fn core(self) -> Self::Core {
        Cow::Owned(self.0.core())
    }
}

impl<T: Twin> Twin for Option<T> {
    type Core = Option<T::Core>;

    fn of(core: Self::Core) -> Self {
        core.map(T::of)
    }

    fn core(self) -> Self::Core {
        self.map(T::core)
    }
}

impl<T: Twin, E: Twin> Twin for Result<T, E> {
    type Core = Result<T::Core, E::Core>;

    fn of(core: Self::Core) -> Self {
        core.map(T::of).map_err(E::of)
    }

    fn core(self) -> Self::Core {
        self.map(T::core).map_err(E::core)
    }
}

impl<A: Twin, B: Twin> Twin for (A, B) {
    type Core = (A::Core, B::Core);

    fn of(core: Self::Core) -> Self {
        (A::of(core.0), B::of(core.1))
    }

    fn core(self) -> Self::Core {
        (self.0.core(), self.1.core())
    }
}

/// A map as a list of pairs: keys need not be text.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pairs<K, V>(Vec<(K, V)>);

impl<K: Twin<Core: Ord>, V: Twin> Twin for Pairs<K, V> {
    type Core = BTreeMap<K::Core, V::Core>;

    fn of(core: Self::Core) -> Self {
        Self(core.into_iter().map(Twin::of).collect())
    }

    fn core(self) -> Self::Core {
        self.0.into_iter().map(Twin::core).collect()
    }
}
