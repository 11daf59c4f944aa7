package org.convergence.resources.gift.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.GiftQueries.YearDonor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Thanks donors for a gift, and gives them the account of a year, with the PDF attached when the letter leaves. A letter
 * about the donor's own gifts needs no consent (R-CASL-13), and asks for nothing.
 */
@Service
@Transactional
@Requires(GiftPermissions.RECORD)
public class GiftLetterSender {

    static final String THANKS = "gift_thanks";
    static final String ACCOUNT = "gift_account";

    private final GiftQueries queries;
    private final GiftPapers papers;
    private final LetterRecipients donors;
    private final MailingService mailings;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    GiftLetterSender(
            GiftQueries queries,
            GiftPapers papers,
            LetterRecipients donors,
            MailingService mailings,
            Outbox outbox,
            LetterStatusService statuses,
            OrganisationSettings settings,
            JdbcClient db) {
        this.queries = queries;
        this.papers = papers;
        this.donors = donors;
        this.mailings = mailings;
        this.outbox = outbox;
        this.statuses = statuses;
        this.settings = settings;
        this.db = db;
    }

    static String thanks(Gift gift, Words t) {
        return t.say(
                "gift.letter.received",
                GiftPapers.formatWhat(gift, t),
                gift.receivedOn(),
                GiftPapers.formatPurpose(gift, t));
    }

    private static String account(int year, Words t) {
        return t.say("gift.account.text", String.valueOf(year));
    }

    private LetterText write(PartyRecipient donor, String matter, String news) {
        Words t = donor.words();
        return LetterText.of(
                t.say("gift.subject." + matter),
                Stream.of(
                                t.say("gift.letter.hello", donor.name()),
                                news,
                                t.say("gift.letter.thanks"),
                                settings.current().name())
                        .<LetterBlock>map(LetterBlock.LetterParagraph::new)
                        .toList(),
                t);
    }

    private void post(PartyRecipient donor, String mail, String matter, UUID record, String news) {
        outbox.post(new Letter(
                        mail,
                        write(donor, matter, news),
                        matter,
                        new Letter.Completion(GiftPaperCompleter.NAME, record))
                .regarding(matter, record));
    }

    /** A gift for which no thanks wait, as each of them would leave. */
    private Gift requireUnanswered(GiftId id) {
        Gift gift = papers.requireThankable(id);
        if (findStatus(id).filter(GiftLetterSender::isWaiting).isPresent()) {
            throw new Refused("gift.refused.thanks-wait");
        }
        return gift;
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if the gift is anonymous or was reversed, or its thanks wait
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(GiftId id) {
        Gift gift = requireUnanswered(id);
        PartyRecipient donor = donors.findById(gift.donor());
        return mailings.preview(
                null, List.of(donor.addressee()), to -> write(donor, THANKS, thanks(gift, donor.words())));
    }

    /**
     * Mails the thanks.
     *
     * @throws Refused as for {@link #preview}, or without a mail address
     */
    @Transactional(label = "gift.thank")
    public void send(GiftId id) {
        TransactionLock.acquire(db, "resources.gift_thanks/" + id.value());
        Gift gift = requireUnanswered(id);
        PartyRecipient donor = donors.findById(gift.donor());
        if (donor.mail() == null) {
            throw new Refused("gift.refused.no-address", donor.name());
        }
        post(donor, donor.mail(), THANKS, id.value(), "[[" + GiftPaperCompleter.GIFT + "]]");
    }

    /** Notes that the thanks were handed over by post or by hand. */
    @Transactional(label = "gift.hand-over")
    public void markDelivered(GiftId id, LetterDelivery delivery) {
        papers.requireThankable(id);
        statuses.markDelivered(THANKS, List.of(id.value()), delivery);
    }

    /** Takes back the thanks that wait, or the note that they were handed over. */
    @Transactional(label = "gift.take-back-thanks")
    public void takeBack(GiftId id) {
        if (statuses.takeBack(THANKS, List.of(id.value())) == 0) {
            statuses.undoDelivered(THANKS, List.of(id.value()));
        }
    }

    /** The state of the last thanks; empty if there were none. */
    @Transactional(readOnly = true)
    public Optional<LetterStatus> findStatus(GiftId id) {
        return Optional.ofNullable(statuses.findByRecord(THANKS, id.value()));
    }

    private static List<UUID> accounts(Collection<YearDonor> of) {
        return of.stream().map(YearDonor::account).filter(Objects::nonNull).toList();
    }

    /** The state of each account that was sent or handed over, by its id. */
    @Transactional(readOnly = true)
    public Map<UUID, LetterStatus> findStatuses(Collection<YearDonor> of) {
        return statuses.findByRecords(ACCOUNT, accounts(of));
    }

    /** The donors of a year whose account neither left nor waits. */
    @Transactional(readOnly = true)
    public List<YearDonor> findDue(int year) {
        return findWithout(year, state -> isWaiting(state) || state.state().hasLeft());
    }

    /** The donors of a year whose account has not left, so that it can be handed over. */
    @Transactional(readOnly = true)
    public List<YearDonor> findDeliverable(int year) {
        return findWithout(year, state -> state.state().hasLeft());
    }

    private List<YearDonor> findWithout(int year, Predicate<LetterStatus> settled) {
        List<YearDonor> all = queries.findDonors(year);
        Map<UUID, LetterStatus> states = findStatuses(all);
        return all.stream()
                .filter(each -> Optional.ofNullable(each.account())
                        .map(states::get)
                        .filter(settled)
                        .isEmpty())
                .toList();
    }

    /** Whether it is in the queue, or being sent. */
    private static boolean isWaiting(LetterStatus state) {
        return state.queued() || state.state() == LetterState.WAITING;
    }

    private List<PartyRecipient> reach(List<YearDonor> of) {
        Map<Party, PartyRecipient> all =
                donors.findAll(of.stream().map(YearDonor::party).toList());
        return of.stream()
                .map(each -> all.get(each.party()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Previews {@link #sendAccounts}. */
    @Transactional(readOnly = true)
    public MailingPreview previewAccounts(int year) {
        List<PartyRecipient> due = reach(findDue(year));
        return mailings.preview(
                null, due.stream().map(PartyRecipient::addressee).toList(), to -> {
                    PartyRecipient donor = due.stream()
                            .filter(each -> each.party().value().equals(to.party()))
                            .findFirst()
                            .orElseThrow();
                    return write(donor, ACCOUNT, account(year, donor.words()));
                });
    }

    /**
     * Mails the account to each donor who has an address and did not get it yet.
     *
     * @return the number of letters
     * @throws Refused if the year is not over yet
     */
    @Transactional(label = "gift.account")
    public int sendAccounts(int year) {
        requireOver(year);
        int sent = 0;
        for (PartyRecipient donor : reach(findDue(year))) {
            if (donor.mail() != null) {
                post(donor, donor.mail(), ACCOUNT, insert(year, donor.party()), account(year, donor.words()));
                sent++;
            }
        }
        return sent;
    }

    /** Two who give accounts of one year at once give each account once. */
    private void requireOver(int year) {
        if (settings.today().isBefore(LocalDate.of(year + 1, 1, 1))) {
            throw new Refused("gift.refused.year", String.valueOf(year));
        }
        TransactionLock.acquire(db, "resources.gift_account/" + year);
    }

    private UUID insert(int year, Party donor) {
        UUID id = Ids.next();
        db.sql(
                        "INSERT INTO resources.gift_account (id, year, organisation, person) VALUES (:id, :year, :organisation, :person)")
                .param("id", id)
                .param("year", year)
                .param("organisation", Identifier.uuidOf(donor.organisation()))
                .param("person", Identifier.uuidOf(donor.person()))
                .update();
        return id;
    }

    /** Takes back the accounts that wait, and returns their number. */
    @Transactional(label = "gift.take-back-accounts")
    public int takeBackAccounts(int year) {
        return statuses.takeBack(ACCOUNT, accounts(queries.findDonors(year)));
    }

    /** Notes that the accounts of these donors were handed over by post or by hand. */
    @Transactional(label = "gift.hand-over-accounts")
    public int markAccountsDelivered(int year, Set<UUID> parties, LetterDelivery delivery) {
        requireOver(year);
        List<UUID> accounts = new ArrayList<>();
        for (YearDonor each : findDeliverable(year)) {
            if (parties.contains(each.party().value())) {
                accounts.add(each.account() == null ? insert(year, each.party()) : each.account());
            }
        }
        return statuses.markDelivered(ACCOUNT, accounts, delivery);
    }
}
