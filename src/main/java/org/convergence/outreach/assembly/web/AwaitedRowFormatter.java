package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.assembly.domain.AwaitedMatterQueries.AwaitedKind;
import org.convergence.outreach.assembly.domain.AwaitedMatterQueries.AwaitedMatter;
import org.convergence.platform.shell.HomeCard.CardAction;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.text.Words;

/** Matters that wait for the members of a body, as rows of a home card. */
final class AwaitedRowFormatter {

    private AwaitedRowFormatter() {}

    static CardRow row(AwaitedMatter it, LocalDate today, Words t) {
        boolean answers = it.kind() == AwaitedKind.ANSWERS;
        String url =
                answers ? AssemblyUrls.HOME + "/consultations/" + it.id() : AssemblyUrls.meeting(it.id()) + "/minutes";
        return new CardRow(
                null,
                it.since(),
                t.capital(t.ago(it.since(), today)),
                false,
                answers
                        ? t.say("assembly.today.answers", it.code(), it.had(), it.entitled())
                        : t.say("assembly.today.adoption", it.code(), t.day(it.since())),
                url,
                null,
                answers ? List.of(CardAction.link(t.say("assembly.today.answers.note"), url)) : List.of());
    }
}
