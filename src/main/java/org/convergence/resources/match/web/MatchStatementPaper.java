package org.convergence.resources.match.web;

import java.util.List;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Block.Cell;
import org.convergence.platform.rendering.Block.Column;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.text.Words;
import org.convergence.resources.match.domain.MatchQueries.MatchSourceRow;
import org.convergence.resources.match.web.MatchPage.MatchFact;

/** The statement of a giver on one sheet: what was given, how it was valued and by whom, with places to sign. */
record MatchStatementPaper(String organisation, Words t) {

    Paper assemble(MatchSourceRow it, List<MatchFact> facts) {
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
                                        facts.stream()
                                                .map(fact -> List.of(Cell.of(fact.label()), Cell.of(fact.value())))
                                                .toList()))),
                        Section.of(
                                t.say("match.statement.declare"),
                                List.of(Block.text(t.say("match.statement.declare." + it.kind())))),
                        Section.of(
                                t.say("match.statement.signatures"),
                                List.of(
                                        Block.text(t.say("match.statement.giver")),
                                        Block.text(t.say("match.statement.us"))))),
                Paper.Layout.SHEET);
    }
}
