//! Every line of a file, one after another, in one transaction.

use super::desk::Desk;
use super::settled::{LineRefused, Settled};
use super::{holdings, organisations, persons, uses};
use crate::rules::cell::CellRefused;
use crate::rules::draft::{self, Draft, Drafted, Read};
use crate::rules::field::Field;
use crate::rules::kind::ImportKind;
use crate::rules::line::{Line, Mark, Reading};
use crate::rules::mapping::Mapping;
use crate::rules::report::{ImportReport, Notice};
use crate::store::imports::ImportId;
use crate::store::lines;
use kernel::{Actor, Day, MinuteOfDay, PlaceId, Zone};
use platform::database::Tx;
use platform::tables::{Sheet, SheetRow};
use platform::{Failure, Fault, place};
use std::collections::HashMap;
use std::sync::Arc;

/// Every how many lines progress is told.
const STEP: usize = 100;

/// A file ready to be brought in. Cheap to clone.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    /// What it holds.
    pub(crate) kind: ImportKind,
    /// Its lines.
    pub(crate) sheet: Arc<Sheet>,
    /// Which column is what.
    pub(crate) mapping: Mapping,
    /// The zone of the place.
    pub(crate) zone: Zone,
    /// The day of the import in the place.
    pub(crate) today: Day,
    /// When the morning of the place ends.
    pub(crate) midday: MinuteOfDay,
}

impl Prepared {
    /// A table made ready for this place and this day.
    pub(crate) fn new(
        tx: &mut Tx<'_>,
        place: PlaceId,
        kind: ImportKind,
        sheet: Arc<Sheet>,
        mapping: Mapping,
    ) -> Result<Self, Fault> {
        let zone = place::get(tx, place)?.zone;
        let midday = spaces::midday(tx, place)?;
        Ok(Self {
            kind,
            sheet,
            mapping,
            today: tx.today(&zone),
            zone,
            midday,
        })
    }
}

/// Told how many lines are done, of how many; an error stops the work.
pub(crate) type Progress<'a> = &'a dyn Fn(usize, usize) -> Result<(), Fault>;

/// Brings in what can be, and says what cannot: the caller keeps all of it or nothing.
pub(super) fn bring_in(
    tx: &mut Tx<'_>,
    actor: &Actor,
    import: ImportId,
    file: &Prepared,
    progress: Progress<'_>,
) -> Result<ImportReport, Fault> {
    let reading = Reading {
        kind: file.kind,
        sheet: &file.sheet,
        mapping: &file.mapping,
        zone: &file.zone,
        today: file.today,
        midday: file.midday,
    };
    let mut desk = Desk::open(tx, actor.place, file.kind)?;
    let mut seen = HashMap::new();
    let mut report = ImportReport::default();
    for (done, row) in file.sheet.rows.iter().enumerate() {
        if done % STEP == 0 {
            progress(done, file.sheet.rows.len())?;
        }
        match draft::read(&reading, row) {
            Read::PassedOver => report.passed_over += 1,
            Read::Refused(issues) => report.refuse(issues),
            Read::Draft(drafted) => {
                let mut one = OneLine {
                    tx,
                    actor,
                    import,
                    reading: &reading,
                    desk: &mut desk,
                    row,
                };
                one.take(*drafted, &mut seen, &mut report)?;
            }
        }
    }
    progress(file.sheet.rows.len(), file.sheet.rows.len())?;
    Ok(report)
}

/// One line that is read, on its way in.
struct OneLine<'a, 'tx> {
    tx: &'a mut Tx<'tx>,
    actor: &'a Actor,
    import: ImportId,
    reading: &'a Reading<'a>,
    desk: &'a mut Desk,
    row: &'a SheetRow,
}

impl OneLine<'_, '_> {
    fn take(
        &mut self,
        mut drafted: Drafted,
        seen: &mut HashMap<String, (usize, usize)>,
        report: &mut ImportReport,
    ) -> Result<(), Fault> {
        let (first, times) = *seen
            .entry(drafted.mark.reference.clone())
            .and_modify(|(_, times)| *times += 1)
            .or_insert((self.row.line, 1));
        if times > 1 && drafted.mark.identified {
            report.refuse(vec![
                self.issue(Field::Identifier, &CellRefused::IdentifierTwice { other: first }),
            ]);
            return Ok(());
        }
        if times > 1 {
            if !may_be_meant_twice(self.reading.kind) {
                report.known += 1;
                return Ok(());
            }
            drafted.mark.reference = format!("{}#{times}", drafted.mark.reference);
        }
        if let Some(before) = self.desk.imported.get(&drafted.mark.reference) {
            report.known += 1;
            if *before != drafted.mark.fingerprint {
                report.notice(self.issue(Field::Identifier, &Notice::DiffersFromBefore));
            }
            return Ok(());
        }
        self.settle(&drafted, report)
    }

    fn settle(&mut self, drafted: &Drafted, report: &mut ImportReport) -> Result<(), Fault> {
        let (actor, desk) = (self.actor, &*self.desk);
        let settled = self.tx.attempt(|tx| settle(tx, actor, desk, drafted));
        match settled {
            Ok(Settled::Known) => report.known += 1,
            Ok(created) => {
                self.keep(&drafted.mark, &created)?;
                self.desk.learn(&created);
                report.created += 1;
                report.organisations += adds_an_organisation(&drafted.draft, &created);
            }
            Err(Failure::Refused(LineRefused { field, refusal })) => {
                report.refuse(vec![self.issue(field, refusal.as_ref())]);
            }
            Err(Failure::Fault(fault)) => return Err(fault),
        }
        Ok(())
    }

    fn keep(&mut self, mark: &Mark, created: &Settled) -> Result<(), Fault> {
        if let Settled::Created { subject, .. } = created {
            lines::keep(
                self.tx,
                self.actor.place,
                (self.import, self.reading.kind),
                mark,
                *subject,
            )?;
        }
        Ok(())
    }

    fn issue(&self, field: Field, refusal: &dyn kernel::Refusal) -> crate::rules::line::Issue {
        Line::new(self.reading, self.row).issue(field, refusal)
    }
}

fn settle(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    Drafted { mark, draft }: &Drafted,
) -> Result<Settled, Failure<LineRefused>> {
    match draft {
        Draft::Person(person) => persons::settle(tx, actor, desk, person, &mark.reference),
        Draft::Organisation(organisation) => {
            organisations::settle(tx, actor, desk, organisation, &mark.reference)
        }
        Draft::Plan(plan) => holdings::settle_plan(tx, actor, desk, plan, &mark.reference),
        Draft::Pass(pass) => holdings::settle_pass(tx, actor, desk, pass, &mark.reference),
        Draft::Booking(booking) => uses::settle_booking(tx, actor, desk, booking, &mark.reference),
        Draft::CheckIn(visit) => uses::settle_check_in(tx, actor, desk, visit, &mark.reference),
    }
}

/// Two equal lines are two passes, two contracts, two bookings; but one person, one organisation, one visit.
fn may_be_meant_twice(kind: ImportKind) -> bool {
    matches!(
        kind,
        ImportKind::Plans | ImportKind::Passes | ImportKind::Bookings
    )
}

/// Whether the line of a person brought an organisation with it.
fn adds_an_organisation(draft: &Draft, settled: &Settled) -> usize {
    let added = matches!(
        settled,
        Settled::Created {
            organisation: Some(_),
            ..
        }
    );
    usize::from(added && matches!(draft, Draft::Person(_)))
}
