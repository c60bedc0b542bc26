use super::*;
use crate::tasks::assess;
use crate::vocab::TermKey;

const NOW: Timestamp = Timestamp::from_millis(1_770_000_000_000);

const STORY: &str = "한빛통신, 해외진출 서둘러

국내 통신사들은 포화된 내수시장을 벗어나려고 올해부터 해외진출을 서두르고 있다.

한빛통신은 현지 통신사에 대한 지분참여를 통해 가입자를 늘릴 방안을 모색하고 있다.
";

fn finished(store: &mut Store, source: Source) -> Result<Harvest, TaskError> {
    let mut job = ImportJob::begin(store, source, &Limits::default(), NOW).unwrap();
    loop {
        match job.poll() {
            Progress::Done(outcome) => return outcome,
            Progress::Same | Progress::Moved => thread::yield_now(),
        }
    }
}

fn prepared(harvest: &Harvest) -> Vec<&Prepared> {
    match harvest {
        Harvest::Articles { prepared, .. } => prepared.iter().collect(),
        Harvest::Deck { .. } => vec![],
    }
}

#[test]
fn nothing_is_stored_until_the_learner_takes_it_and_what_they_left_is_ignored() {
    let mut store = Store::in_memory().unwrap();
    let harvest = finished(&mut store, Source::Text(STORY.into())).unwrap();
    assert_eq!(store.article_count().unwrap(), 0);
    let found = assess(&store, &prepared(&harvest), 3).unwrap();
    assert!(found.new_terms > 5 && found.new_terms == found.terms && found.names >= 1, "{found:?}");
    assert_eq!((found.days, found.measures.coverage), (found.new_terms.div_ceil(3), 0.0));
    assert!(found.best.len() <= 10 && found.best.iter().any(|best| best.term == "해외진출"), "{found:?}");
    let left = found.best[0].key.clone();
    let stored = store_harvest(
        &mut store,
        harvest,
        "덱",
        Taking { left: &[left.as_str().to_owned()], update: false, decks: &[] },
        NOW,
    )
    .unwrap();
    assert_eq!((stored.len(), stored[0].deck.as_str()), (1, "덱"));
    let card = |key: &TermKey| store.cards_keyed(key).unwrap()[0].1;
    assert_eq!(card(&left).status, crate::deck::Status::Ignored);
    let again = finished(&mut Store::in_memory().unwrap(), Source::Text(STORY.into())).unwrap();
    let again = assess(&store, &prepared(&again), 3).unwrap();
    assert!(again.measures.coverage > 0.0 && !again.best.iter().any(|best| best.key == left));
}

#[test]
fn what_cannot_be_read_is_told_and_a_job_that_is_dropped_leaves_nothing() {
    let mut store = Store::in_memory().unwrap();
    assert!(finished(&mut store, Source::Text("nothing Korean".into())).is_err());
    assert!(finished(&mut store, Source::Path("/nowhere/at/all".into())).is_err());
    drop(ImportJob::begin(&mut store, Source::Text(STORY.into()), &Limits::default(), NOW).unwrap());
    assert_eq!((store.article_count().unwrap(), store.term_stats(None).unwrap().len()), (0, 0));
}

#[test]
fn a_folder_shows_folders_first_and_only_what_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["나.txt", "가.html", "program.exe", ".hidden.txt"] {
        fs::write(folder.path().join(name), "글").unwrap();
    }
    fs::create_dir(folder.path().join("하위")).unwrap();
    let names: Vec<String> = folder_entries(folder.path()).unwrap().into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["하위", "가.html", "나.txt"]);
    assert!(folder_entries(&folder.path().join("없음")).is_err());
}

#[test]
fn an_address_a_path_and_a_text_are_told_apart() {
    assert_eq!(source_of(" https://example.com/글 \n"), Source::Address("https://example.com/글".into()));
    assert_eq!(source_of("'/tmp/새 글.txt'"), Source::Path("/tmp/새 글.txt".into()));
    assert_eq!(source_of("글.txt"), Source::Path("글.txt".into()));
    assert_eq!(source_of(STORY), Source::Text(STORY.trim().into()));
}
