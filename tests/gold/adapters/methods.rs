//! What the reference files call their methods, and what the adapter of each is called here.

/// The method as its file names it, and its adapter. A method not here goes by its own name.
pub const METHODS: &[(&str, &str)] = &[
    (
        "Arriaga (1984) age decomposition of a life-expectancy gap on PHE/Chiang abridged life tables (l0=1)",
        "arriaga",
    ),
    (
        "concentration index: standard C, generalised G=mu*C, Erreygers E=4*m*C on (y-lo)/(hi-lo), Wagstaff W=C/(1-m) on the same scale, modified (Erreygers/van Ourti) G/(mu-lo)",
        "concentration_index",
    ),
    (
        "distributions (qnorm,pnorm,qchisq,qt,qbeta,lgamma,quantile type 7)",
        "distributions",
    ),
    (
        "Clopper-Pearson, exact Poisson, Wilson, raw Byar",
        "exact_intervals",
    ),
    (
        "weighted Gini (trapezoid Lorenz), Hoover, Theil T, MLD, Lorenz curve",
        "gini_lorenz",
    ),
    (
        "age-sex adjusted rate ratios / odds ratios by deprivation quintile (Wald CI)",
        "glm_adjusted",
    ),
    ("aci", "healthequal_aci"),
    ("bgsd", "healthequal_bgsd"),
    ("bgv", "healthequal_bgv"),
    (
        "healthequal measures with defects corrected",
        "healthequal_corrected",
    ),
    ("covar", "healthequal_covar"),
    ("d", "healthequal_d"),
    ("idisu", "healthequal_idisu"),
    ("idisw", "healthequal_idisw"),
    ("mdbu", "healthequal_mdbu"),
    ("mdbw", "healthequal_mdbw"),
    ("mdmu", "healthequal_mdmu"),
    ("mdmw", "healthequal_mdmw"),
    ("mdru", "healthequal_mdru"),
    ("mdrw", "healthequal_mdrw"),
    ("mld", "healthequal_mld"),
    ("paf", "healthequal_paf"),
    ("parisk", "healthequal_parisk"),
    ("r", "healthequal_r"),
    ("rci", "healthequal_rci"),
    ("rii", "healthequal_rii"),
    ("sii", "healthequal_sii"),
    ("ti", "healthequal_ti"),
    (
        "Kitagawa (1955) two- and three-component decomposition of a difference in rates",
        "kitagawa",
    ),
    (
        "Mantel-Haenszel RR (Greenland-Robins var), OR (Robins-Breslow-Greenland), RD (Greenland-Robins)",
        "mantel_haenszel",
    ),
    ("multiple-testing adjustment", "p_adjust"),
    ("phe_dsr", "phe_dsr_deprecated"),
    (
        "R default RNG: Mersenne-Twister with set.seed scrambling (x=69069x+1, 50 warm-ups, 625 words, mti forced to 624); unif fixup to (0,1); rnorm by Inversion with BIG=134217728 (two uniforms per normal)",
        "r_rng",
    ),
    (
        "logistic / Poisson / quasi-Poisson / log-binomial / WLS / OLS on ridit: SII, RII",
        "ridit_regressions",
    ),
    ("rineq::ci concentration index with SEs", "rineq_ci"),
    (
        "Cochran-Armitage trend, Pearson heterogeneity",
        "trend_tests",
    ),
    (
        "difference (Newcombe hybrid score method 10, Wald), risk ratio (Katz log), odds ratio (Woolf), tests",
        "two_proportions",
    ),
    (
        "rate difference, rate ratio (log-normal, and exact conditional binomial = poisson.test)",
        "two_rates",
    ),
];
