package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.outreach.assembly.domain.Awaited.Kind;
import org.convergence.outreach.assembly.domain.Awaited.Wait;
import org.convergence.platform.shell.HomeCard.Act;
import org.convergence.platform.shell.HomeCard.Row;
import org.convergence.platform.text.Words;

/** Matters that wait for the members of a body, as rows of a home card. */
final class AwaitedRows {

    private AwaitedRows() {}

    static Row row(Wait it, LocalDate today, Words t) {
        boolean answers = it.kind() == Kind.ANSWERS;
        String url = answers ? Urls.HOME + "/consultations/" + it.id() : Urls.meeting(it.id()) + "/minutes";
        return new Row(
                null,
                it.since(),
                t.capital(t.ago(it.since(), today)),
                false,
                answers
                        ? t.say("assembly.today.answers", it.code(), it.had(), it.entitled())
                        : t.say("assembly.today.adoption", it.code(), t.day(it.since())),
                url,
                null,
                answers ? List.of(Act.link(t.say("assembly.today.answers.note"), url)) : List.of());
    }
}
