//! Reading the whole file and saying what is wrong with it.

use backwise_core::ids::{LineId, PlanId};
use rusqlite::Connection;

use crate::StoreError;
use crate::rows;
use crate::rows::Columns;
use crate::views::{CheckReport, Finding, FindingCode};

type Result<T> = std::result::Result<T, StoreError>;

/// What is wrong with the file. Changes nothing.
pub(crate) fn check(connection: &Connection) -> Result<CheckReport> {
    let mut findings = Vec::new();
    integrity(connection, &mut findings)?;
    // What lies on damaged pages says nothing reliable about what was entered.
    if findings.iter().any(|finding| finding.code == FindingCode::DamagedPages) {
        return Ok(CheckReport { records: 0, plan_revisions: 0, evidence: 0, findings });
    }
    references(connection, &mut findings)?;
    let twice = count(connection, RECORDED_TWICE)?;
    add(&mut findings, FindingCode::RecordedTwice, twice, None);
    let another_day = count(connection, CORRECTION_OF_ANOTHER_DAY)?;
    add(&mut findings, FindingCode::CorrectionOfAnotherDay, another_day, None);
    lines(connection, &mut findings)?;
    Ok(CheckReport {
        records: rows::records::count(connection)?,
        plan_revisions: count(connection, "SELECT count(*) FROM plan_revision")?,
        evidence: count(connection, "SELECT count(*) FROM evidence")?,
        findings,
    })
}

/// Bouts for which more than one chain of corrections stands.
const RECORDED_TWICE: &str = "
    WITH RECURSIVE chain (last) AS (
        SELECT id FROM record WHERE kind = 'bout' AND corrects IS NULL
        UNION
        SELECT record.id FROM chain JOIN record ON record.corrects = chain.last
    )
    SELECT count(*) FROM (
        SELECT 1 FROM chain JOIN record ON record.id = chain.last
        WHERE record.kind = 'bout'
          AND NOT EXISTS (SELECT 1 FROM record AS later WHERE later.corrects = chain.last)
        GROUP BY plan, line, day, round, nth HAVING count(*) > 1
    )";

const CORRECTION_OF_ANOTHER_DAY: &str = "
    SELECT count(*) FROM record JOIN record AS corrected ON corrected.id = record.corrects
    WHERE corrected.day <> record.day";

fn integrity(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA integrity_check")?;
    let said = statement.query_map([], |row| row.get::<_, String>(0))?;
    let said = said.collect::<std::result::Result<Vec<_>, _>>()?;
    let is_of_a_value = |line: &&String| {
        ["CHECK constraint failed", "NULL value in", "non-"]
            .iter()
            .any(|start| line.starts_with(start))
    };
    let (values, pages): (Vec<&String>, Vec<&String>) =
        said.iter().filter(|line| *line != "ok").partition(is_of_a_value);
    for (code, lines) in [(FindingCode::DamagedPages, pages), (FindingCode::StrangeValue, values)] {
        let example = lines.first().map(|line| (*line).clone());
        add(findings, code, u32::try_from(lines.len()).unwrap_or(u32::MAX), example);
    }
    Ok(())
}

fn references(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let tables = statement.query_map([], |row| row.get::<_, String>(0))?;
    let tables = tables.collect::<std::result::Result<Vec<_>, _>>()?;
    let broken = u32::try_from(tables.len()).unwrap_or(u32::MAX);
    add(findings, FindingCode::BrokenReference, broken, tables.into_iter().next());
    Ok(())
}

/// Plans that cannot be read, and entries of lines that no plan has.
fn lines(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let revisions = match rows::plans::after(connection, 0) {
        Ok(revisions) => revisions,
        Err(StoreError::Damaged { detail }) => {
            add(findings, FindingCode::UnreadablePlan, 1, Some(detail));
            return Ok(());
        }
        Err(error) => return Err(error),
    };
    let mut statement =
        connection.prepare("SELECT DISTINCT plan, line FROM record WHERE plan IS NOT NULL")?;
    let recorded = statement.query_map([], |row| {
        let columns = Columns(row);
        Ok((columns.parsed("plan", PlanId::new)?, columns.parsed("line", LineId::new)?))
    })?;
    let mut unknown = Vec::new();
    for recorded in recorded {
        let (plan, line) = recorded?;
        let has_line = |(_, known): &(i64, backwise_core::schedule::InForce)| {
            known.revision.plan == plan && known.revision.line(&line).is_some()
        };
        if !revisions.iter().any(has_line) {
            unknown.push(format!("{plan}/{line}"));
        }
    }
    let found = u32::try_from(unknown.len()).unwrap_or(u32::MAX);
    add(findings, FindingCode::UnknownLine, found, unknown.into_iter().next());
    Ok(())
}

fn count(connection: &Connection, query: &str) -> Result<u32> {
    Ok(connection.query_row(query, [], |row| row.get(0))?)
}

fn add(findings: &mut Vec<Finding>, code: FindingCode, count: u32, example: Option<String>) {
    if count > 0 {
        findings.push(Finding { code, count, example });
    }
}
