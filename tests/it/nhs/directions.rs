//! The direction of every measure of the programme, as it is named in files.

use equal_measure::core::units::Polarity::{self, MoreIsBetter, MoreIsWorse, Neutral};
use equal_measure::nhs::indicators::polarity;

/// Names, a line each.
const BETTER: &str = "
People waiting 18 weeks or less
% within 18 weeks
Seen within 2 weeks
Treated within 62 days
Completed elective activity, % of pre-pandemic
Elective activity v 2019/20
COVID-19 vaccination uptake
Flu vaccination, 65 and over
Flu vaccination, COPD
Flu uptake, 65 and over
Pneumococcal vaccine
MMR, second dose by 5 years
First dose
Dose 2
Learning disability: annual health checks
Annual health check
SMI: all six physical health checks
All six physical health checks
Continuity of carer
Women placed on a continuity of carer pathway
Cancer: diagnosed at stage 1 or 2
Early cancer diagnosis
Faster diagnosis within 28 days
Cervical screening
Bowel screening coverage
Hypertension: treated to threshold
Hypertension treated to target
treated_to_threshold
CVD: QRISK 20% or more on lipid-lowering therapy
Atrial fibrillation: anticoagulated
AF patients with a stroke risk treated with an anticoagulant
Hypertension: observed to expected prevalence
Smokers offered support to quit
Smoking: offered support
smoking_offer
Quit at 4 weeks
Tobacco: inpatients supported
Diabetes: eight care processes
Diabetes, three treatment targets
Type 2 diabetes: annual review
NHS Diabetes Prevention Programme, starts
Digital weight management referrals (obesity)
Type 1 diabetes: continuous glucose monitoring
Insulin pump, type 1 diabetes
Epilepsy: seen by a specialist nurse
Mental health access, 0 to 17
CYP with depression or anxiety: access
Talking Therapies recovery
Talking Therapies: reliable improvement
A&E: seen within 4 hours
Breastfeeding at 6 to 8 weeks
Life expectancy at birth
Healthy life expectancy
HLE
Ethnicity recorded
Completeness of ethnic category
Appointed from shortlisting
Believe in equal opportunities
Physically active adults
Good experience of a GP surgery
1.2 Quality of life of carers
Patient experience of hospital care
CVDP007HYP: Hypertension treated to appropriate threshold (all ages)
Percentage of patients with GP recorded hypertension, in whom the last blood pressure reading is below the age-appropriate treatment threshold
Patients aged 18 and over with GP recorded CVD on lipid lowering therapy
NDA: all 8 care processes
Eight care processes received
Cervical screening uptake 25-49
People seen within 18 weeks
A&E 4-hour performance
Proportion of people on SMI register receiving full physical health check
LD AHC uptake
Dementia diagnosis rate
Flu vaccine uptake in people with COPD
Hypertension patients with BP controlled
Smokers who set a quit date
Successful quitters (4 weeks)
Received support from smoking service
Pregnant smokers offered NRT
Talking Therapies: entering treatment
Women receiving continuity of carer
Patients with depression reviewed
Diabetes patients with HbA1c at target
Percentage reporting good health
Cancer survival, one year
Disability-free life expectancy
";

const WORSE: &str = "
People waiting more than 52 weeks
Waiting over 52 weeks
Waiting over 65 weeks for elective admission
Over 6 weeks for a diagnostic test
52+ weeks
Median wait
Waiting list size
DNA rate
Did not attend
Outpatient appointments not attended
Missed appointments
Cancelled operations
Emergency admissions, under 18
Emergency readmissions within 30 days
Deaths within 28 days of a positive test
COVID-19 deaths
Under 75 mortality from cardiovascular disease
Potential years of life lost (per 100,000)
Stroke admissions
Non-elective admissions for heart attack
Asthma: admissions under 18
Asthma: six or more reliever inhalers
SABA inhalers, six or more
Tooth extractions for decay, under 11
Waiting for a tooth extraction
Detentions under the Mental Health Act
Restrictive interventions per 1,000 bed days
Inpatient rate, learning disability
Preterm births
Born before 37 weeks
Births under 37 weeks
Low birthweight
Stillbirths
Smoking prevalence, 18+
Smoking at time of delivery
Obesity, year 6
Diagnosed at stage 3 or 4
Unvaccinated
Not screened
Hypertension: not treated to threshold
Ethnicity not stated
Missing ethnicity
Inequality in life expectancy at birth
Gap in healthy life expectancy
Gap in vaccination uptake, most v least deprived
Slope index of inequality in screening coverage
Disparity in early diagnosis
Relative index of inequality (RII), treated to target
Complaints
Staff entering formal disciplinary process
Harassment, bullying or abuse
Sickness absence
4 hour breaches
Waits of 12 hours or more in A&E
Unmet need
Fuel poverty
Gap in employment rate
Absolute gap in life expectancy
Inequalities in breastfeeding
Smoking in pregnancy
Emergency hospital admissions for asthma
Hospital admissions for self-harm
Under 75 mortality rate from cancer
Infant mortality
Neonatal deaths
Suicide rate
Children living in poverty
Overweight or obese adults
Waits over 62 days
Attendances over 12 hours
12-hour waits from decision to admit
Delayed transfers of care
Late stage diagnosis
Stage 4 at diagnosis
Not up to date with immunisations
Missed vaccinations
Unscreened women
Patients lost to follow up
Dental extractions under general anaesthetic
Premature mortality
Avoidable deaths
Years of life lost
A&E attendances
Falls in people aged 65 and over
Hip fractures
Excess winter deaths
HIV late diagnosis
Antibiotic resistant infections
Children waiting over a year
Restraint
Out of area placements
Staff turnover
Readmission within 30 days
Died within 30 days of surgery
Term babies with low birth weight
Teenage pregnancy
Still waiting
Prevalence of diabetes
Mental health detentions
Uncontrolled hypertension
Disparity ratio in MMR uptake
Concentration index of screening
People waiting 52 weeks or more
% over 18 weeks
Poor mental health
Unemployed
";

const UNKNOWN: &str = "
flag 7
BMI
GP referral rate
Elective admissions
Outpatient attendances
Virtual outpatient attendances
hypertension_register
Staff living in Core20
Weighted spend per capita
Count
Age
Population
Births
Contacts
Telephone consultations
Elective spells
Face to face
";

fn each(names: &str, direction: Polarity) -> Vec<String> {
    let names = names.lines().filter(|name| !name.is_empty());
    let wrong = names.filter(|name| polarity::of(name) != direction);
    wrong
        .map(|name| format!("{name}: {:?}", polarity::of(name)))
        .collect()
}

#[test]
fn measures_of_the_programme_have_their_direction() {
    let wrong = [
        each(BETTER, MoreIsBetter),
        each(WORSE, MoreIsWorse),
        each(UNKNOWN, Neutral),
    ];
    assert_eq!(wrong.concat(), Vec::<String>::new());
}
