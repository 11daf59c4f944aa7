package org.convergence.resources.match.web;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.match.domain.MatchQueries.MatchSourceRow;
import org.convergence.resources.match.domain.MatchQueries.MatchedAgreement;
import org.convergence.resources.match.web.MatchPage.MatchFact;

/** The statement of a giver on one sheet: what was given, how and by which person it was valued, with places to sign. */
record MatchStatementPaper(String organisation, Words t) {

    Paper assemble(MatchSourceRow it, MatchedAgreement agreement) {
        return new Paper(
                t.say("match.statement", it.what()),
                t.say(it.kind().key()),
                organisation,
                t.say("match.statement.description"),
                List.of(
                        Section.of(
                                t.say("match.statement.facts"),
                                List.of(new Block.Table(
                                        t.say("match.statement.facts"),
                                        List.of(
                                                Column.words(t.say("match.statement.fact")),
                                                Column.words(t.say("match.statement.value"))),
                                        facts(it, agreement, t).stream()
                                                .map(fact -> List.of(Cell.of(fact.label()), Cell.of(fact.value())))
                                                .toList()))),
                        Section.of(
                                t.say("match.statement.declare"),
                                List.of(Block.text(t.say("match.statement.declare." + it.kind())))),
                        Section.of(
                                t.say("match.statement.signatures"),
                                List.of(
                                        Block.signature(t.say("match.statement.giver")),
                                        Block.signature(t.say("match.statement.us"))))),
                Paper.Layout.SHEET);
    }

    /** What the statement says: the gift, its giver, its day, how it was valued, and for which agreement. */
    static List<MatchFact> facts(MatchSourceRow it, MatchedAgreement agreement, Words t) {
        return Stream.of(
                        new MatchFact(t.say("match.field.kind"), t.say(it.kind().key())),
                        new MatchFact(t.say("match.field.what"), it.what()),
                        new MatchFact(t.say("match.field.giver"), it.giver()),
                        new MatchFact(t.say("match.field.day"), t.date(it.day())),
                        new MatchFact(
                                t.say("match.field.hours"),
                                it.hours() == null || it.rate() == null
                                        ? ""
                                        : t.say(
                                                "match.hours",
                                                t.hours(it.hours()),
                                                t.money(it.rate(), agreement.currency()))),
                        new MatchFact(t.say("match.field.basis"), it.basis()),
                        new MatchFact(t.say("match.field.valued-by"), it.valuedBy()),
                        new MatchFact(t.say("match.field.amount"), t.money(it.amount(), agreement.currency())),
                        new MatchFact(t.say("match.field.agreement"), agreement.title()),
                        new MatchFact(t.say("match.field.signed-by"), it.confirmedBy()))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }
}
