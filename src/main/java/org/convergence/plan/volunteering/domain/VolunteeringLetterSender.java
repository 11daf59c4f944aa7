package org.convergence.plan.volunteering.domain;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.volunteering.domain.VolunteeringQueries.VolunteerTask;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Confirms a task to the person who took it. The letter holds nothing that she typed, since anyone can type any address. */
@Component
record VolunteeringLetterSender(Outbox outbox, OrganisationSettings settings) {

    void confirm(VolunteerTask task, String mail, Words t) {
        String us = settings.current().name();
        List<LetterBlock> blocks = new ArrayList<>(
                LetterBlock.paragraphs(t.say("public.volunteering.letter.text", task.what(), task.dueOn())));
        blocks.addAll(LetterBlock.paragraphs(t.say("public.volunteering.letter.otherwise", us)));
        outbox.post(new Letter(
                mail,
                t.say("public.volunteering.letter.subject", task.what()),
                LetterContent.of(t, blocks),
                "volunteering_taken",
                null));
    }
}
