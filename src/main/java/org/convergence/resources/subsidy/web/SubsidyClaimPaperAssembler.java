package org.convergence.resources.subsidy.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.subsidy.domain.Subsidy;
import org.convergence.resources.subsidy.domain.SubsidyClaim;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimProofRow;
import org.convergence.resources.subsidy.domain.SubsidyClaimQueries.ClaimedWeekRow;
import org.convergence.resources.subsidy.domain.SubsidyQueries.SubsidyRow;

/** A claim on paper and as a workbook: the facts of the file, the hours by week, the documents that go with it. */
record SubsidyClaimPaperAssembler(String organisation, LocalDate today, Words t) {

    Paper assemble(
            SubsidyClaim claim,
            Subsidy subsidy,
            SubsidyRow row,
            List<ClaimedWeekRow> weeks,
            List<ClaimProofRow> proofs) {
        return new Paper(
                t.say("subsidy.paper", row.programme()),
                t.capital(t.period(claim.periodFrom(), claim.periodTo())),
                organisation,
                t.say("subsidy.paper.description", row.programme()),
                List.of(
                        Section.of(t.say("subsidy.paper.file"), List.of(facts(claim, subsidy, row))),
                        Section.of(
                                t.say("subsidy.paper.hours"),
                                List.of(hours(claim, weeks), Block.text(t.say("subsidy.paper.method")))),
                        Section.of(t.say("subsidy.claim.proofs"), List.of(proofs(proofs))),
                        Section.of(
                                t.say("subsidy.paper.signature"),
                                List.of(Block.signature(t.say("subsidy.paper.signature.text", today))))),
                Paper.Layout.SHEET);
    }

    private Block facts(SubsidyClaim claim, Subsidy subsidy, SubsidyRow row) {
        return new Block.Table(
                t.say("subsidy.paper.file"),
                List.of(Column.words(t.say("subsidy.paper.what")), Column.words(t.say("subsidy.paper.value"))),
                Stream.of(
                                fact("subsidy.field.position", row.position()),
                                fact("subsidy.field.person", row.personName() == null ? "" : row.personName()),
                                fact("subsidy.field.reference", subsidy.reference() == null ? "" : subsidy.reference()),
                                fact("subsidy.paper.granted", t.capital(t.period(row.startsOn(), row.endsOn()))),
                                fact(
                                        "subsidy.approved",
                                        t.say(
                                                "subsidy.approved.text",
                                                subsidy.approved().weeks(),
                                                t.hours(row.hours()))),
                                fact(
                                        "subsidy.field.wage",
                                        money(subsidy.approved().wage())),
                                fact("subsidy.terms", SubsidyFormatter.terms(subsidy.terms(), t)),
                                fact("subsidy.paper.amount", money(claim.amount())))
                        .filter(fact -> fact.stream().noneMatch(Cell::isEmpty))
                        .toList());
    }

    private List<Cell> fact(String label, String value) {
        return List.of(Cell.of(t.say(label)), Cell.of(value));
    }

    private String money(BigDecimal amount) {
        return SubsidyController.money(amount, t);
    }

    private Block hours(SubsidyClaim claim, List<ClaimedWeekRow> weeks) {
        List<List<Cell>> rows = weeks.stream()
                .map(week -> List.of(
                        Cell.of(t.date(week.monday()), week.monday()),
                        Cell.of(t.number(week.days()), week.days()),
                        Cell.of(t.hours(week.hours()), week.hours()),
                        Cell.of(money(week.rate()), week.rate()),
                        Cell.of(money(week.amount()), week.amount())))
                .toList();
        return new Block.Table(
                        t.say("subsidy.paper.hours"),
                        List.of(
                                Column.words(t.say("subsidy.claim.week")),
                                Column.figures(t.say("subsidy.claim.days")),
                                Column.figures(t.say("subsidy.claim.hours")),
                                Column.figures(t.say("subsidy.claim.rate")),
                                Column.figures(t.say("subsidy.claim.amount"))),
                        rows)
                .withTotal(List.of(
                        Cell.of(t.say("subsidy.paper.total")),
                        Cell.of(""),
                        Cell.of(t.hours(claim.hours()), claim.hours()),
                        Cell.of(""),
                        Cell.of(money(claim.amount()), claim.amount())));
    }

    private Block proofs(List<ClaimProofRow> proofs) {
        return proofs.isEmpty()
                ? Block.text(t.say("subsidy.claim.no-proofs"))
                : new Block.ItemList(
                        false,
                        proofs.stream()
                                .map(each ->
                                        List.of(Block.text(each.label() + " · " + SubsidyFormatter.proof(each, t))))
                                .toList());
    }
}
