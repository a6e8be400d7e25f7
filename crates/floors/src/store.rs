//! The SQL of plans: rows in, domain types out.

use crate::rules::{Area, Drawing, Picture, PictureKind, Plan, PlanId, Shape, Size};
use kernel::{Instant, Name, PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement, text_value};
use spaces::ResourceId;
use std::collections::BTreeMap;

text_value!(PictureKind);

row! {
    struct PlanRow {
        id: PlanId,
        name: Name,
        wide: i64,
        high: i64,
        position: i64,
        version: i64,
        changed_at: Instant,
        changed_by: Option<PersonId>,
        picture_at: Option<Instant>,
    }

    struct VersionRow {
        version: i64,
    }

    struct ShapeRow {
        plan_id: PlanId,
        resource_id: Option<ResourceId>,
        label: String,
        x: i64,
        y: i64,
        wide: i64,
        high: i64,
    }

    struct PictureRow {
        media_type: PictureKind,
        content: Vec<u8>,
    }
}

statement! {
    PLANS -> PlanRow = "
        select floor_plan.id, floor_plan.name, floor_plan.wide, floor_plan.high, floor_plan.position, floor_plan.version,
            floor_plan.changed_at, floor_plan.changed_by, floor_picture.kept_at as picture_at
        from floor_plan
        left join floor_picture on floor_picture.place_id = $1 and floor_picture.plan_id = floor_plan.id
        where floor_plan.place_id = $1 and floor_plan.retired_at is null
        order by floor_plan.position, floor_plan.name, floor_plan.id";

    LOCK -> VersionRow = "
        select version
        from floor_plan
        where place_id = $1 and id = $2 and retired_at is null
        for update";

    SHAPES -> ShapeRow = "
        select plan_id, resource_id, label, x, y, wide, high
        from floor_shape
        where place_id = $1
        order by plan_id, number";

    INSERT = "
        insert into floor_plan (place_id, id, name, wide, high, position, version, created_at, changed_at, changed_by)
        values ($1, $2, $3, $4, $5, $6, 1, $7, $7, $8)";

    UPDATE = "
        update floor_plan
        set name = $3, wide = $4, high = $5, position = $6, version = version + 1, changed_at = $7, changed_by = $8
        where place_id = $1 and id = $2";

    RETIRE = "
        update floor_plan
        set retired_at = $3
        where place_id = $1 and id = $2";

    FORGET_SHAPES = "
        delete from floor_shape
        where place_id = $1 and plan_id = $2";

    INSERT_SHAPE = "
        insert into floor_shape (place_id, plan_id, number, resource_id, label, x, y, wide, high)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    PICTURE -> PictureRow = "
        select floor_picture.media_type, floor_picture.content
        from floor_plan
        join floor_picture on floor_picture.place_id = $1 and floor_picture.plan_id = $2
        where floor_plan.place_id = $1 and floor_plan.id = $2 and floor_plan.retired_at is null";

    KEEP_PICTURE = "
        insert into floor_picture (place_id, plan_id, media_type, content, kept_at)
        values ($1, $2, $3, $4, $5)
        on conflict (place_id, plan_id) do update set media_type = $3, content = $4, kept_at = $5";

    FORGET_PICTURE = "
        delete from floor_picture
        where place_id = $1 and plan_id = $2";
}

/// Every plan of a place with its shapes, in their order.
pub fn plans(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Plan>, DatabaseError> {
    let rows = tx.all(&PLANS, &params![place])?;
    let mut shapes: BTreeMap<PlanId, Vec<Shape>> = BTreeMap::new();
    for row in tx.all(&SHAPES, &params![place])? {
        shapes.entry(row.plan_id).or_default().push(Shape::from(row));
    }
    Ok(rows
        .into_iter()
        .map(|row| {
            let shapes = shapes.remove(&row.id).unwrap_or_default();
            plan(row, shapes)
        })
        .collect())
}

/// One plan of a place. A place has a handful: they are read together.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: PlanId) -> Result<Option<Plan>, DatabaseError> {
    Ok(plans(tx, place)?.into_iter().find(|plan| plan.id == id))
}

/// The version of a plan, which is held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: PlanId) -> Result<Option<i64>, DatabaseError> {
    Ok(tx.optional(&LOCK, &params![place, id])?.map(|row| row.version))
}

/// Writes a new plan.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (id, drawing): (PlanId, &Drawing),
    by: Option<PersonId>,
) -> Result<(), DatabaseError> {
    let (size, now) = (drawing.size, tx.now());
    let values = params![
        place,
        id,
        drawing.name,
        size.wide,
        size.high,
        drawing.position,
        now,
        by
    ];
    tx.run(&INSERT, &values)?;
    write_shapes(tx, place, id, &drawing.shapes)
}

/// Writes a plan in the place of what was drawn before.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (id, drawing): (PlanId, &Drawing),
    by: Option<PersonId>,
) -> Result<(), DatabaseError> {
    let (size, now) = (drawing.size, tx.now());
    let values = params![
        place,
        id,
        drawing.name,
        size.wide,
        size.high,
        drawing.position,
        now,
        by
    ];
    tx.run(&UPDATE, &values)?;
    tx.run(&FORGET_SHAPES, &params![place, id])?;
    write_shapes(tx, place, id, &drawing.shapes)
}

/// Takes a plan out of use.
pub(crate) fn retire(tx: &mut Tx<'_>, place: PlaceId, id: PlanId) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&RETIRE, &params![place, id, now])?;
    Ok(())
}

fn write_shapes(tx: &mut Tx<'_>, place: PlaceId, id: PlanId, shapes: &[Shape]) -> Result<(), DatabaseError> {
    for (number, shape) in (1_i64..).zip(shapes) {
        let Area { x, y, wide, high } = shape.area;
        let values = params![place, id, number, shape.resource, shape.label, x, y, wide, high];
        tx.run(&INSERT_SHAPE, &values)?;
    }
    Ok(())
}

/// The picture under a plan in use.
pub(crate) fn picture(tx: &mut Tx<'_>, place: PlaceId, id: PlanId) -> Result<Option<Picture>, DatabaseError> {
    let row = tx.optional(&PICTURE, &params![place, id])?;
    Ok(row.map(|row| Picture {
        kind: row.media_type,
        content: row.content,
    }))
}

/// Keeps the picture under a plan in the place of the one before.
pub(crate) fn keep_picture(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: PlanId,
    picture: &Picture,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![place, id, picture.kind, picture.content, now];
    tx.run(&KEEP_PICTURE, &values)?;
    Ok(())
}

/// Forgets the picture under a plan.
pub(crate) fn forget_picture(tx: &mut Tx<'_>, place: PlaceId, id: PlanId) -> Result<(), DatabaseError> {
    tx.run(&FORGET_PICTURE, &params![place, id])?;
    Ok(())
}

fn plan(row: PlanRow, shapes: Vec<Shape>) -> Plan {
    Plan {
        id: row.id,
        drawing: Drawing {
            name: row.name,
            size: Size {
                wide: row.wide,
                high: row.high,
            },
            position: row.position,
            shapes,
        },
        version: row.version,
        changed_at: row.changed_at,
        changed_by: row.changed_by,
        picture_at: row.picture_at,
    }
}

impl From<ShapeRow> for Shape {
    fn from(row: ShapeRow) -> Self {
        Self {
            resource: row.resource_id,
            label: row.label,
            area: Area {
                x: row.x,
                y: row.y,
                wide: row.wide,
                high: row.high,
            },
        }
    }
}
