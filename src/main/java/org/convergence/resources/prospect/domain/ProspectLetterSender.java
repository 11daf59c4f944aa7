package org.convergence.resources.prospect.domain;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails a follower the list of their prospects, so that they need not sign in; it holds names, next steps and days
 * only.
 */
@Service
@Transactional
@Requires(ProspectPermissions.FOLLOW)
public class ProspectLetterSender {

    private static final String MATTER = "prospect_list";

    private final ProspectQueries queries;
    private final ContactLookup contacts;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    ProspectLetterSender(
            ProspectQueries queries,
            ContactLookup contacts,
            Outbox outbox,
            LetterStatusService statuses,
            RecipientWords words,
            OrganisationSettings settings) {
        this.queries = queries;
        this.contacts = contacts;
        this.outbox = outbox;
        this.statuses = statuses;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Mails a follower the list.
     *
     * @throws Refused if the person follows no prospect, or has no known address
     */
    public void send(PersonId follower) {
        PersonContact reach = contacts.findContacts(List.of(follower)).get(follower);
        if (reach == null) {
            throw new NotFound("person");
        }
        List<ProspectRow> lines = queries.findByFollower(follower);
        if (lines.isEmpty()) {
            throw new Refused("prospect.refused.nobody");
        }
        if (reach.mail() == null) {
            throw new Refused("prospect.refused.no-address", reach.who().name());
        }
        Words t = words.forLanguage(reach.language());
        String list = lines.stream().map(line -> formatLine(line, t)).collect(Collectors.joining("\n"));
        var letter = new Letter(
                reach.mail(),
                t.say("prospect.letter.subject", lines.size()),
                t.say("prospect.letter.text", list, settings.current().name()),
                MATTER,
                null);
        outbox.post(letter.regarding(MATTER, follower.value()));
    }

    /** The status of the last list mailed to a person; empty if there was none. */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public Optional<LetterStatus> findStatus(PersonId follower) {
        return Optional.ofNullable(
                statuses.findByRecords(MATTER, List.of(follower.value())).get(follower.value()));
    }

    private static String formatLine(ProspectRow line, Words t) {
        NextStep next = line.next();
        return "– "
                + (next == null ? line.name() : t.say("prospect.letter.line", line.name(), next.on(), next.gesture()));
    }
}
