//! Drawing a level: a line of the form for each rectangle. The script draws over it and writes into the same fields.

use super::drawing::{UNIT, picture_of};
use super::office::largest_picture;
use crate::actions::save_plan;
use crate::rules::{Area, Drawing, MOST_SHAPES, Plan, PlanId, PlanRefused, Shape, Size};
use crate::store;
use askama::Template;
use kernel::{Id, Name};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault, OrNotFound};

/// Blank lines after those that are drawn, for who works without the script.
const BLANK: usize = 3;

/// The editor of a plan.
#[derive(Template)]
#[template(path = "plan_editor.html")]
struct EditorPage {
    shell: Shell,
    form: Form,
    id: PlanId,
    picture: Option<String>,
    /// Spaces to choose from, the empty choice first.
    spaces: Vec<(String, String)>,
    /// Lines of the form, numbered from 1.
    lines: Vec<usize>,
    /// Who saved meanwhile and when, and the version to go past.
    meanwhile: Option<(String, i64)>,
    megabytes: usize,
}

impl EditorPage {
    const fn unit() -> i64 {
        UNIT
    }

    fn value(&self, field: &str, line: &usize) -> &str {
        self.form.value(&format!("{field}_{line}"))
    }

    fn problem(&self, line: &usize) -> Option<&str> {
        self.form.error(&format!("label_{line}"))
    }
}

struct Known {
    plan: Plan,
    spaces: Vec<(String, String)>,
    changed_by: Option<String>,
}

async fn known(visit: &Visit, id: PlanId) -> Result<Known, Fault> {
    visit
        .read(move |tx, actor| {
            let plan = store::find(tx, actor.place, id)?.or_not_found()?;
            let spaces = spaces::store::resources::list(tx, actor.place)?
                .into_iter()
                .filter(|space| space.active && !space.facts.kind.is_equipment())
                .map(|space| (space.id.to_string(), space.facts.name.to_string()))
                .collect();
            let changed_by = match plan.changed_by {
                Some(person) => people::names_of(tx, actor.place, &[person])?.remove(&person),
                None => None,
            };
            Ok(Known {
                plan,
                spaces,
                changed_by,
            })
        })
        .await
}

/// `GET /office/plans/{id}`.
pub(super) async fn edit(visit: Visit, Path(id): Path<PlanId>) -> Answer {
    let known = known(&visit, id).await?;
    let form = filled(Form::blank(&visit), &known.plan);
    visit.page(&page(&visit, form, known, None))
}

/// The editor again, with what is wrong with a picture.
pub(super) async fn with_refused_picture(visit: Visit, id: PlanId, form: Form) -> Answer {
    let known = known(&visit, id).await?;
    let mut again = filled(Form::blank(&visit), &known.plan);
    for (name, text) in form.errors() {
        again.refuse_with_text(name, text.to_owned());
    }
    visit.refused(&page(&visit, again, known, None))
}

/// `POST /office/plans/{id}`.
pub(super) async fn update(visit: Visit, Path(id): Path<PlanId>, mut form: Form) -> Answer {
    let seen = form.number("version");
    let drawing = read(&mut form);
    let (Some(seen), Some(drawing)) = (seen, drawing) else {
        let known = known(&visit, id).await?;
        return visit.refused(&page(&visit, form, known, None));
    };
    let kept = visit
        .submit(&form, move |tx, actor| {
            save_plan(tx, actor, id, seen, drawing.clone())?;
            Ok(format!("/office/plans/{id}"))
        })
        .await;
    match kept {
        Ok(to) => visit.redirect_with(&to, &Flash::success("floors-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(&field_of(&refusal), &refusal);
            let known = known(&visit, id).await?;
            let meanwhile = matches!(refusal, PlanRefused::Changed).then(|| {
                let who = known.changed_by.clone().unwrap_or_default();
                let when = visit.words().when(known.plan.changed_at);
                let told = visit.text_with("floors-meanwhile", &[("who", who.into()), ("when", when.into())]);
                (told, known.plan.version)
            });
            visit.refused(&page(&visit, form, known, meanwhile))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn field_of(refusal: &PlanRefused) -> String {
    match refusal {
        PlanRefused::Size => "wide".to_owned(),
        PlanRefused::Position => "position".to_owned(),
        PlanRefused::Outside { line } | PlanRefused::Label { line } | PlanRefused::UnknownSpace { line } => {
            format!("label_{line}")
        }
        PlanRefused::TooMany | PlanRefused::Enough | PlanRefused::Changed => "name".to_owned(),
    }
}

fn page(visit: &Visit, form: Form, known: Known, meanwhile: Option<(String, i64)>) -> EditorPage {
    let shell = visit.shell_titled(known.plan.drawing.name.to_string());
    let mut spaces = vec![(String::new(), shell.t("floors-no-space"))];
    spaces.extend(known.spaces);
    let count = count(&form).saturating_add(BLANK).min(MOST_SHAPES);
    EditorPage {
        picture: picture_of(&known.plan),
        id: known.plan.id,
        shell,
        form,
        spaces,
        lines: (1..=count).collect(),
        meanwhile,
        megabytes: largest_picture(),
    }
}

fn filled(form: Form, plan: &Plan) -> Form {
    let drawing = &plan.drawing;
    let mut form = form
        .with("name", &drawing.name)
        .with("position", drawing.position)
        .with("wide", drawing.size.wide)
        .with("high", drawing.size.high)
        .with("version", plan.version)
        .with("count", drawing.shapes.len());
    for (line, shape) in (1_usize..).zip(&drawing.shapes) {
        let resource = shape.resource.map(|resource| resource.to_string());
        form.set(&format!("resource_{line}"), resource.unwrap_or_default());
        form.set(&format!("label_{line}"), &shape.label);
        let Area { x, y, wide, high } = shape.area;
        for (field, value) in [("x", x), ("y", y), ("wide", wide), ("high", high)] {
            form.set(&format!("{field}_{line}"), value);
        }
    }
    form
}

/// How many lines were sent.
fn count(form: &Form) -> usize {
    form.value("count").parse().unwrap_or(0).min(MOST_SHAPES)
}

/// What the fields draw; nothing once a message stands at one of them. Lines without any size are blank ones, and lines that are
/// ticked go away.
fn read(form: &mut Form) -> Option<Drawing> {
    let name = form.parse("name", Name::parse);
    let position = form.number("position");
    let (wide, high) = (form.number("wide"), form.number("high"));
    let mut shapes = Vec::new();
    let mut blank_before = 0_usize;
    for line in 1..=count(form) {
        let of = |field: &str| format!("{field}_{line}");
        let removed = form.checked(&of("remove"), "yes");
        let blank = ["x", "y", "wide", "high", "label", "resource"]
            .iter()
            .all(|field| form.value(&of(field)).is_empty());
        if removed || blank {
            blank_before += 1;
        } else {
            let shape = shape(form, line)?;
            move_up(form, line, blank_before);
            shapes.push(shape);
        }
    }
    Some(Drawing {
        name: name?,
        position: position?,
        size: Size {
            wide: wide?,
            high: high?,
        },
        shapes,
    })
}

/// Brings what was typed on a line nearer by so many, so that a refusal of the n-th shape stands at the n-th line.
fn move_up(form: &mut Form, line: usize, by: usize) {
    if by == 0 {
        return;
    }
    for field in ["x", "y", "wide", "high", "label", "resource"] {
        let value = form.value(&format!("{field}_{line}")).to_owned();
        form.set(&format!("{field}_{}", line.saturating_sub(by)), value);
        form.set(&format!("{field}_{line}"), "");
    }
    form.set(&format!("remove_{}", line.saturating_sub(by)), "");
}

fn shape(form: &mut Form, line: usize) -> Option<Shape> {
    let label = format!("label_{line}");
    let numbers = ["x", "y", "wide", "high"].map(|field| {
        let typed = form.value(&format!("{field}_{line}"));
        typed.parse::<i64>().ok()
    });
    let [Some(x), Some(y), Some(wide), Some(high)] = numbers else {
        form.refuse_with(&label, "floors-refused-numbers");
        return None;
    };
    let resource = match form.value(&format!("resource_{line}")) {
        "" => None,
        typed => match Id::parse(typed) {
            Ok(resource) => Some(resource),
            Err(refusal) => {
                form.refuse(&label, &refusal);
                return None;
            }
        },
    };
    Some(Shape {
        resource,
        label: form.value(&label).to_owned(),
        area: Area { x, y, wide, high },
    })
}
