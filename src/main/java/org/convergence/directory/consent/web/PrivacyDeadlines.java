package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.RequestDesk;
import org.convergence.platform.shell.Deadlines;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** By when requests about personal data are answered. */
@Component
class PrivacyDeadlines implements Deadlines {

    private final RequestDesk desk;

    PrivacyDeadlines(RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public String permission() {
        return ConsentPermissions.PRIVACY;
    }

    @Override
    public List<Deadline> between(LocalDate from, LocalDate to, Words t) {
        return desk.due(from, to).stream()
                .map(each -> Deadline.on(
                        each.due(),
                        "directory.consent/request/" + each.id(),
                        t.say(
                                "consent.request.deadline",
                                t.say(each.facts().kind().key())),
                        PrivacyController.DESK + "/requests/" + each.id(),
                        Whose.TEAM))
                .toList();
    }
}
