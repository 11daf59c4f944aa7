package org.convergence.home.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.home.HomePermissions;
import org.convergence.identity.AccountActors;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BounceRegistry;
import org.convergence.platform.mail.BounceRegistry.BounceRecord;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.shell.HomeCard.CardRow;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reminds a person by mail of a waiting row: at most once a day for the same row, from any user. A reminder is shown
 * first, and can be taken back until its letter left.
 */
@Service
@Transactional
@Requires(HomePermissions.CARRY)
public class ReminderService {

    private final TodayQueries todayQueries;
    private final AccountActors accounts;
    private final RecipientWords recipientWords;
    private final Outbox outbox;
    private final MailingService mailings;
    private final LetterStatusService letters;
    private final BounceRegistry bounces;
    private final ReminderRepository reminders;
    private final BaseUrl baseUrl;

    ReminderService(
            TodayQueries todayQueries,
            AccountActors accounts,
            RecipientWords recipientWords,
            Outbox outbox,
            MailingService mailings,
            LetterStatusService letters,
            BounceRegistry bounces,
            ReminderRepository reminders,
            BaseUrl baseUrl) {
        this.todayQueries = todayQueries;
        this.accounts = accounts;
        this.recipientWords = recipientWords;
        this.outbox = outbox;
        this.mailings = mailings;
        this.letters = letters;
        this.bounces = bounces;
        this.reminders = reminders;
        this.baseUrl = baseUrl;
    }

    /** A row that waits, with the account of the person it waits on. */
    private record AwaitedRow(CardRow row, Actor reader, String mail) {}

    /**
     * Previews {@link #remind}, with the address, and whether its server refuses it.
     *
     * @throws Refused if a reminder waits, or the person was reminded of it today
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(String key, Words t) {
        AwaitedRow awaited = find(key, t);
        requireUnreminded(awaited, key);
        BounceRecord bounce = bounces.findByAddresses(List.of(awaited.mail())).get(awaited.mail());
        Addressee to = new Addressee(
                awaited.reader().id(),
                awaited.reader().label(),
                awaited.mail(),
                bounce == null || bounce.failed() == null ? null : t.say("home.remind.bounced", bounce.failed()));
        return mailings.preview(null, List.of(to), each -> write(awaited));
    }

    /**
     * Sends a reminder to the person that a row waits on.
     *
     * @param key of the row
     * @throws Refused if a reminder waits, or the person was reminded of it today
     */
    public void remind(String key, Words t) {
        AwaitedRow awaited = find(key, t);
        requireUnreminded(awaited, key);
        UUID id = Ids.next();
        if (!reminders.save(id, awaited.reader().id(), key)) {
            throw new Refused("home.refused.reminded");
        }
        LetterText text = write(awaited);
        outbox.post(new Letter(
                        awaited.mail(),
                        text.subject(),
                        text.text(),
                        ReminderRepository.MATTER,
                        new Letter.Completion(ReminderRepository.MATTER, id))
                .hidingSubject()
                .regarding(ReminderRepository.MATTER, id));
    }

    private void requireUnreminded(AwaitedRow awaited, String key) {
        if (reminders.isReminded(awaited.reader().id(), key)) {
            throw new Refused("home.refused.reminded");
        }
    }

    /** Takes back the reminders of a row that have not left, and returns their number. */
    public int takeBack(String key) {
        return letters.takeBack(ReminderRepository.MATTER, reminders.findIds(key));
    }

    /** The address that takes back the reminders of a row, and then opens a page. */
    public static String takeBackUrl(String key, String page) {
        return PageAddress.of("/home/remind/take-back")
                .with("subject", key)
                .with("from", page)
                .toString();
    }

    private AwaitedRow find(String key, Words t) {
        Today today = todayQueries.today(true, t);
        CardRow row = today.findAwaited(key).orElseThrow(() -> new NotFound("line"));
        Actor reader = Optional.ofNullable(today.reachable().get(row.awaited()))
                .flatMap(accounts::find)
                .orElseThrow(() -> new NotFound("account"));
        return new AwaitedRow(row, reader, accounts.findMail(reader.id()).orElseThrow(() -> new NotFound("account")));
    }

    private LetterText write(AwaitedRow awaited) {
        Words t = recipientWords.forLanguage(awaited.reader().language());
        CardRow row = awaited.row();
        String what = row.detail() == null ? row.what() : row.what() + "\n" + row.detail();
        return new LetterText(
                t.say("home.remind.subject", row.what()),
                t.say("home.remind.letter", CurrentActor.get().label(), what, baseUrl.value() + row.url()),
                t);
    }

    /** The accounts of these people; none without the permission to remind. */
    static Map<UUID, UUID> reachable(AccountActors accounts, Collection<UUID> persons) {
        return CurrentActor.get().may(HomePermissions.CARRY) ? accounts.findByPersons(persons) : Map.of();
    }
}
