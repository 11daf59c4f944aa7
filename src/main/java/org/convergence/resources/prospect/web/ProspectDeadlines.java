package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.ProspectReading;
import org.convergence.resources.prospect.domain.ProspectReading.Line;
import org.springframework.stereotype.Component;

/** On which days something is done next with those who might join. A person among them is not named. */
@Component
class ProspectDeadlines implements Deadlines {

    private final ProspectReading reading;

    ProspectDeadlines(ProspectReading reading) {
        this.reading = reading;
    }

    @Override
    public String permission() {
        return ProspectPermissions.READ;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return reading.due(from, to).stream().map(line -> deadline(line, t)).toList();
    }

    private static Deadline deadline(Line line, Words t) {
        Next next = Objects.requireNonNull(line.next());
        boolean mine = line.follower() != null
                && line.follower().value().equals(CurrentActor.get().personId());
        return Deadline.on(
                next.on(),
                "resources.prospect/" + line.id().value(),
                line.organisation() ? t.say("prospect.due", line.name()) : t.say("prospect.due.person"),
                ProspectUrls.prospect(line.id().value()),
                mine ? Whose.MINE : Whose.TEAM);
    }
}
