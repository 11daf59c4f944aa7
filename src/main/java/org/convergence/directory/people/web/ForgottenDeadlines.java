package org.convergence.directory.people.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.requests.Erasure;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Whoever may forget people is told on her first page that somebody forgotten stands here again, and cannot be before she acts. */
@Component
class ForgottenDeadlines implements Deadlines {

    private final Erasure erasure;
    private final OrganisationSettings settings;

    ForgottenDeadlines(Erasure erasure, OrganisationSettings settings) {
        this.erasure = erasure;
        this.settings = settings;
    }

    @Override
    public String permission() {
        return PeoplePermissions.FORGET;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        LocalDate today = settings.today();
        if (today.isBefore(from) || today.isAfter(to)) {
            return List.of();
        }
        return erasure.comeBack().stream()
                .map(each -> Deadline.on(
                        today,
                        "directory.people/forgotten/" + each.value(),
                        t.say("people.forgotten.back"),
                        PersonPages.url(each) + "/forget",
                        Whose.MINE))
                .toList();
    }
}
