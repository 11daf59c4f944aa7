package org.convergence.outreach.assembly.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.Party;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.domain.DatePoll.AskedPerson;
import org.convergence.outreach.assembly.domain.DatePoll.DatePollId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks by letter about dates: the people who have not answered, each with a link of their own. */
@Service
@Transactional
@Requires(AssemblyPermissions.CONVENE)
public class DatePollLetterSender {

    /** The prefix of these addresses. */
    public static final String PATH = "/outreach/assembly/dates/link/";

    private static final String LINK = "link";

    private final DatePollService polls;
    private final LetterRecipients recipients;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final Outbox outbox;
    private final OrganisationSettings settings;

    DatePollLetterSender(
            DatePollService polls,
            LetterRecipients recipients,
            MailingService mailings,
            LetterStatusService statuses,
            Outbox outbox,
            OrganisationSettings settings) {
        this.polls = polls;
        this.recipients = recipients;
        this.mailings = mailings;
        this.statuses = statuses;
        this.outbox = outbox;
        this.settings = settings;
    }

    /** The states of the last letters, by the answer that they ask for. */
    @Transactional(readOnly = true)
    @Requires(AssemblyPermissions.READ)
    public Map<UUID, LetterStatus> findStatuses(List<AskedPerson> people) {
        return statuses.findByRecords(
                DatePollService.MATTER, people.stream().map(AskedPerson::id).toList());
    }

    /** Previews {@link #send}: people without an answer whose last letter does not wait. */
    @Transactional(readOnly = true)
    public MailingPreview preview(DatePollId id) {
        DatePoll poll = polls.findById(id);
        Map<UUID, PartyRecipient> to = find(id);
        return mailings.preview(
                null,
                to.entrySet().stream()
                        .map(each -> new Addressee(
                                each.getKey(),
                                each.getValue().name(),
                                each.getValue().mail()))
                        .toList(),
                each -> write(poll, Objects.requireNonNull(to.get(each.party())).words()));
    }

    /**
     * Asks those who have not answered, and returns how many letters were posted.
     *
     * @throws Refused if nobody is left to ask, or the date is chosen
     */
    @Transactional(label = "assembly.send-dates")
    public int send(DatePollId id) {
        DatePoll poll = polls.findById(id);
        int posted = 0;
        for (Map.Entry<UUID, PartyRecipient> each : find(id).entrySet()) {
            String mail = each.getValue().mail();
            if (mail != null) {
                outbox.post(new Letter(
                                mail,
                                write(poll, each.getValue().words()),
                                DatePollService.MATTER,
                                new Letter.Completion(DatePollService.MATTER, each.getKey()))
                        .regarding(DatePollService.MATTER, each.getKey()));
                posted++;
            }
        }
        if (posted == 0) {
            throw new Refused("assembly.refused.dates.asked");
        }
        return posted;
    }

    private Map<UUID, PartyRecipient> find(DatePollId id) {
        List<AskedPerson> silent = polls.findPeople(id).stream()
                .filter(each -> polls.isAwaited(each.id()))
                .toList();
        Map<UUID, LetterStatus> waiting = findStatuses(silent);
        Map<Party, PartyRecipient> to =
                recipients.findAll(silent.stream().map(AskedPerson::person).toList());
        return silent.stream()
                .filter(each -> to.containsKey(each.person()))
                .filter(each -> {
                    LetterStatus last = waiting.get(each.id());
                    return last == null || !last.queued();
                })
                .collect(Collectors.toMap(
                        AskedPerson::id,
                        each -> Objects.requireNonNull(to.get(each.person())),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private LetterText write(DatePoll poll, Words t) {
        return new LetterText(
                t.say("assembly.letter.dates.subject", poll.name()),
                t.say(
                        "assembly.letter.dates.text",
                        poll.name(),
                        poll.dates().stream()
                                .map(each ->
                                        "– " + t.dayAndDate(each.toLocalDate()) + ", " + t.time(each.toLocalTime()))
                                .collect(Collectors.joining("\n")),
                        "[[" + LINK + "]]",
                        settings.current().name()),
                t);
    }

    /** Makes the link when the letter leaves; none leaves to a person who answered, or once the date is chosen. */
    @Bean
    static BodyCompleter datePollCompleter(ObjectProvider<DatePollService> polls, BaseUrl baseUrl) {
        return BodyCompleter.of(
                DatePollService.MATTER,
                letter -> polls.getObject().isAwaited(letter.subject()),
                "assembly.letter.withheld.dates",
                person ->
                        Map.of(LINK, baseUrl.value() + PATH + polls.getObject().issueLink(person)));
    }
}
