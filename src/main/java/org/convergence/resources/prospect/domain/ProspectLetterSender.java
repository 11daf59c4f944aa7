package org.convergence.resources.prospect.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectPermissions;
import org.convergence.resources.prospect.domain.ProspectQueries.ProspectRow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails a follower the list of their prospects, so that they need not sign in; it holds names, next steps,
 * days and material only.
 */
@Service
@Transactional
@Requires(ProspectPermissions.FOLLOW)
public class ProspectLetterSender {

    private static final String MATTER = "prospect_list";

    private final ProspectQueries queries;
    private final LetterRecipients recipients;
    private final Outbox outbox;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;

    ProspectLetterSender(
            ProspectQueries queries,
            LetterRecipients recipients,
            Outbox outbox,
            MailingService mailings,
            LetterStatusService statuses,
            OrganisationSettings settings) {
        this.queries = queries;
        this.recipients = recipients;
        this.outbox = outbox;
        this.mailings = mailings;
        this.statuses = statuses;
        this.settings = settings;
    }

    /** A follower who can be mailed, with the rows of the list. */
    private record ListRecipient(PartyRecipient follower, String mail, List<ProspectRow> rows) {}

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if the person follows no prospect, or has no known address
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(PersonId follower) {
        ListRecipient to = find(follower);
        return mailings.preview(
                null,
                List.of(to.follower().addressee()),
                each -> write(to, format(to.rows(), to.follower().words())));
    }

    /**
     * Mails a follower the list.
     *
     * @throws Refused if the person follows no prospect, or has no known address
     */
    public void send(PersonId follower) {
        ListRecipient to = find(follower);
        outbox.post(
                new Letter(to.mail(), write(to, "[[list]]"), MATTER, new Letter.Completion(MATTER, follower.value()))
                        .regarding(MATTER, follower.value()));
    }

    /** Takes back the lists that have not left, and returns their number. */
    public int takeBack(PersonId follower) {
        return statuses.takeBack(MATTER, List.of(follower.value()));
    }

    private ListRecipient find(PersonId follower) {
        PartyRecipient to = recipients.findById(follower);
        List<ProspectRow> rows = queries.findByFollower(follower);
        if (rows.isEmpty()) {
            throw new Refused("prospect.refused.nobody");
        }
        return new ListRecipient(to, to.requireMail("prospect.refused.no-address"), rows);
    }

    private LetterText write(ListRecipient to, String list) {
        Words t = to.follower().words();
        return new LetterText(
                t.say("prospect.letter.subject"),
                t.say("prospect.letter.text", list, settings.current().name()),
                t);
    }

    private static String format(List<ProspectRow> rows, Words t) {
        return rows.stream().map(line -> formatLine(line, t)).collect(Collectors.joining("\n"));
    }

    /** The status of the last list mailed to a person; empty if there was none. */
    @Transactional(readOnly = true)
    @Requires(ProspectPermissions.READ)
    public Optional<LetterStatus> findStatus(PersonId follower) {
        return Optional.ofNullable(statuses.findByRecord(MATTER, follower.value()));
    }

    private static String formatLine(ProspectRow line, Words t) {
        NextStep next = line.next();
        String step =
                next == null ? line.name() : t.say("prospect.letter.line", line.name(), next.on(), next.gesture());
        return "– " + step + (line.material() == null ? "" : "\n  " + t.say("prospect.material", line.material()));
    }

    /** Whether a person follows a prospect. */
    @Transactional(readOnly = true)
    boolean isFollowing(PersonId follower) {
        return !queries.findByFollower(follower).isEmpty();
    }

    /** The list in its reader's language. */
    @Transactional(readOnly = true)
    String formatList(PersonId follower) {
        ListRecipient to = find(follower);
        return format(to.rows(), to.follower().words());
    }

    /** Writes the list when the letter leaves, so that it names no prospect closed meanwhile; none if all are. */
    @Bean
    static BodyCompleter prospectListCompleter(ObjectProvider<ProspectLetterSender> letters) {
        return BodyCompleter.of(
                MATTER,
                letter -> letters.getObject().isFollowing(new PersonId(letter.subject())),
                "prospect.letter.withheld.closed",
                follower -> Map.of("list", letters.getObject().formatList(new PersonId(follower))));
    }
}
