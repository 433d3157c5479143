//! What the people of the demonstration do: each at a device of their own.

use device::pilot::{Lost, Pilot};
use device::{Config, SealingKey, ServerAddress, Storage};
use shared::screen::{Block, Page, SyncState};

use super::{PASSWORD, diary};

/// Makes everybody.
pub(super) fn make(base: &str, codes: &[String; 2]) -> Result<(), Lost> {
    let [nurse_code, doctor_code] = codes;
    join(&device(base)?, doctor_code, "Tom Reid", "tom")?;
    let nurse = device(base)?;
    join(&nurse, nurse_code, "Amina Khan", "amina")?;
    let patient_code = invite_patient(&nurse)?;

    let sam = device(base)?;
    join(&sam, &patient_code, "Sam Okafor", "sam")?;
    keep_a_diary(&sam)?;
    take_medicines(&sam)?;
    set_a_plan(&sam)?;
    write_the_plan(&sam)?;
    let carer_code = invite_carer(&sam)?;
    sent(&sam)?;

    let ruth = device(base)?;
    join(&ruth, &carer_code, "Ruth Okafor", "ruth")?;
    ruth.wait("Sam's trackers", |page| shared::pilot::find(page, "Weight").is_some())?;
    ruth.press("Track")?
        .press("Weight")?
        .press("Add a reading")?
        .type_in("Reading", "84.2")?
        .type_in("Note", "Weighed at my house, with shoes off")?
        .press("Save")?;
    sent(&ruth)?;

    write_to_the_team(&sam)?;
    sent(&sam)
}

fn device(base: &str) -> Result<Pilot, Lost> {
    Pilot::start(Config {
        storage: Storage::Memory,
        // Nothing of this device outlives the making.
        key: SealingKey::new([0; 32]),
        server: ServerAddress::new(base).ok(),
    })
}

fn join(who: &Pilot, code: &str, name: &str, username: &str) -> Result<(), Lost> {
    who.press("I have an invitation")?
        .type_in("The code of your invitation", code)?
        .press("Continue")?
        .press("Accept and create an account")?
        .type_in("Your name", name)?
        .type_in("Username", username)?
        .type_in("Choose a password", PASSWORD)?
        .press("Create an account")?;
    who.wait("a signed-in page", |page| !page.tabs.is_empty())?;
    Ok(())
}

/// Everything that was written has reached the server.
fn sent(who: &Pilot) -> Result<(), Lost> {
    who.wait("Saved and sent", |page| page.sync.state == SyncState::Sent)?;
    Ok(())
}

fn invite_patient(nurse: &Pilot) -> Result<String, Lost> {
    nurse
        .press("Invite a person")?
        .type_in("Their name", "Sam Okafor")?
        .choose(
            "What do you ask them to share?",
            &["About me", "Readings and symptoms", "Medicines", "Diary", "Messages with the team"],
        )?
        .press("Make the invitation")?;
    let page = nurse.wait("a code", |page| find_code(page).is_some())?;
    code_on(&page)
}

fn invite_carer(sam: &Pilot) -> Result<String, Lost> {
    sam.press("More")?
        .press("Who can see what")?
        .press("Invite someone")?
        .type_in("Their name", "Ruth Okafor")?
        .type_in("What are they to you?", "daughter")?
        .choose("What can they see?", &["About me", "Readings and symptoms", "Medicines", "Diary"])?
        .choose("What can they add to?", &["Readings and symptoms", "Diary"])?
        .press("Make the invitation")?;
    let page = sam.wait("a code", |page| find_code(page).is_some())?;
    code_on(&page)
}

fn code_on(page: &Page) -> Result<String, Lost> {
    find_code(page).ok_or_else(|| Lost::NotThere { wanted: "a code".into(), page: String::new() })
}

/// The first words on a page that are an invitation's code.
fn find_code(page: &Page) -> Option<String> {
    let is_code = |text: &String| text.parse::<record::api::Code>().is_ok();
    page.blocks.iter().find_map(|block| match block {
        Block::Paragraph(p) => Some(p.text.clone()).filter(is_code),
        Block::Inset(inset) => inset.text.iter().find(|text| is_code(text)).cloned(),
        Block::Heading(heading) => Some(heading.text.clone()).filter(is_code),
        Block::SummaryList(list) => {
            list.rows.iter().flat_map(|row| &row.value).find(|text| is_code(text)).cloned()
        }
        _ => None,
    })
}

fn keep_a_diary(sam: &Pilot) -> Result<(), Lost> {
    let today = jiff::Zoned::now().date();
    sam.press("More")?.press("Bring in a diary")?.pick(
        "Choose the file",
        "my-diary.csv",
        diary::csv(today).as_bytes(),
    )?;
    sam.press("Look at the file")?;
    sam.press_beginning("Bring in ")?;
    sam.press("Today")?
        .press("Write it down")?
        .type_in(
            "What is most important to me",
            "Walking to the allotment and back without stopping",
        )?
        .press("Save")?;
    sam.press("More")?
        .press("Diary")?
        .press("Write a note")?
        .type_in(
            "What would you like to remember?",
            "Slept well. Planted the broad beans with Ruth, and sat down twice on the way.",
        )?
        .press("Save")?;
    Ok(())
}

/// A plan with the numbers of the doctor who set it.
fn set_a_plan(sam: &Pilot) -> Result<(), Lost> {
    sam.press("More")?.press("Action plans")?.press("Add a plan")?;
    sam.choose("Which plan is it?", &["Diabetes plan"])?
        .choose("Who set it?", &["A nurse, doctor or somebody else"])?
        .type_in("Their name", "Tom Reid, GP")?
        .press("Save")?;
    sam.press("Change Red")?
        .type_in("What is it like for you?", "Shaky and sweaty\nCannot think straight")?
        .type_in("What is to be done?", "Glucose tablets, as on my card. Then measure again.")?
        .type_in("Whom to call", "Ruth")?
        .type_in("Their phone number", "01632 960002")?
        .press("Save")?;
    sam.press("Set numbers")?
        .press("Blood glucose")?
        .type_in("Red: below", "4")?
        .type_in("Amber: this number or more", "13")?
        .choose("Who set it?", &["A nurse, doctor or somebody else"])?
        .type_in("Their name", "Tom Reid, GP")?
        .press("Save")?;
    Ok(())
}

/// The care and support plan, as Sam wrote it with the practice.
fn write_the_plan(sam: &Pilot) -> Result<(), Lost> {
    let plan = || sam.press("Plan");
    plan()?
        .press("Add a strength")?
        .type_in("Strength", "I know when to rest, and Ruth lives near")?
        .press("Save")?
        .press("Add a need or concern")?
        .type_in("Need or concern", "The hill takes my breath, and I worry about falling")?
        .press("Save")?
        .press("Add a goal or hope")?
        .type_in("Goal or hope", "Walk to the allotment and back without stopping")?
        .type_in("How much it matters", "9")?
        .type_in("Why it matters", "It is where I meet people")?
        .type_in("How to know that it is reached", "I get home and can still cook")?
        .press("Save")?
        .press("Add a step")?
        .type_in("What is to be done", "Walk to the gate and back, twice a week")?
        .type_in("Who does it", "Me, with Ruth on Sundays")?
        .type_in("How confident you are", "7")?
        .type_in("What might get in the way", "Rain, or a bad night")?
        .type_in("What to do then", "Walk up and down the corridor")?
        .press("Save")?
        .press("Add a step")?
        .type_in("What is to be done", "Ask about the breathing class")?
        .type_in("Who does it", "Amina Khan, practice nurse")?
        .press("Save")?;
    plan()?
        .press("Add: Who takes part")?
        .press("Add somebody who takes part")?
        .type_in("Name", "Ruth Okafor")?
        .type_in("Who they are to you", "my daughter")?
        .press("Save")?;
    Ok(())
}

fn take_medicines(sam: &Pilot) -> Result<(), Lost> {
    sam.press("More")?.press("Medicines")?.press("Add a medicine")?;
    sam.type_in("What is it called?", "Metformin")?
        .type_in("Strength", "500 mg")?
        .choose("What does it come as?", &["Tablet"])?
        .type_in("How much at a time, as a number", "1")?
        .choose("A number of what?", &["tablets or capsules"])?
        .type_in("Why do you take it?", "Type 2 diabetes")?
        .type_in("How do you take it?", "With food")?
        .type_in("Who prescribed it?", "Tom Reid, GP")?
        .choose("Show readings beside its doses", &["Blood glucose"])?
        .press("Save and set its times")?
        .type_in("First time", "08:00")?
        .type_in("Time 2", "18:00")?
        .press("Save")?;
    sam.press("Add a medicine")?
        .type_in("What is it called?", "Tiotropium")?
        .choose("What does it come as?", &["Inhaler"])?
        .type_in("How much at a time, as a number", "2")?
        .choose("A number of what?", &["puffs"])?
        .type_in("Why do you take it?", "COPD")?
        .press("Save and set its times")?
        .type_in("First time", "08:00")?
        .press("Save")?;
    sam.press("Add a medicine")?
        .type_in("What is it called?", "Salbutamol")?
        .choose("What does it come as?", &["Inhaler"])?
        .type_in("How much at a time, in your own words", "one or two puffs")?
        .type_in("Why do you take it?", "When my breathing is tight")?
        .press("Save and set its times")?
        .choose("How often?", &["When I need it"])?
        .type_in("At least how long between two?", "4")?
        .press("Save")?;
    sam.press("Metformin 500 mg")?
        .press("What is left")?
        .type_in("How much is there now?", "42")?
        .type_in("Or when how much is left?", "14")?
        .press("Save")?
        .press("Back")?;
    sam.press("Add an allergy or bad reaction")?
        .type_in("To what?", "Penicillin")?
        .choose("What sort of reaction is it?", &["Allergy"])?
        .type_in("What happens?", "A rash")?
        .press("Save")?;
    sam.press("Salbutamol")?.press("Write down a dose")?.type_in("Or in words", "2 puffs")?;
    sam.press("Save")?;
    Ok(())
}

fn write_to_the_team(sam: &Pilot) -> Result<(), Lost> {
    sam.press("Messages")?
        .type_in(
            "Write to Riverside Practice",
            "My breathing was harder than usual on the hill this week. Can I move my review to next week?",
        )?
        .press("Send to Riverside Practice")?;
    Ok(())
}
