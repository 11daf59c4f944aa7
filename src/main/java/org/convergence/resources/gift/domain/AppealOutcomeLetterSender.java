package org.convergence.resources.gift.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.BulkLetter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingRecipient;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells those who gave to an appeal what became of it, once it is over: amounts, partner, and what is left. Only donors who
 * consented to appeals get it, each once (R-GIFT-7).
 */
@Service
@Transactional
@Requires(GiftPermissions.RECORD)
public class AppealOutcomeLetterSender {

    static final String NAME = "gift_outcome";

    private static final String ACCOUNT = "account";

    private final LetterRecipients recipients;
    private final MailingService mailings;
    private final LetterStatusService statuses;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    AppealOutcomeLetterSender(
            LetterRecipients recipients,
            MailingService mailings,
            LetterStatusService statuses,
            OrganisationSettings settings,
            JdbcClient db) {
        this.recipients = recipients;
        this.mailings = mailings;
        this.statuses = statuses;
        this.settings = settings;
        this.db = db;
    }

    private record OutcomeDonor(
            @Nullable OrganisationId organisation, @Nullable PersonId person) {}

    /** @throws NotFound if the fund is not of an appeal */
    @Transactional(readOnly = true)
    public AppealOutcome findOutcome(FundId fund) {
        return db.sql("""
                        SELECT a.appeal, a.french_title, a.english_title, a.spanish_title, a.closes_on, o.name AS partner,
                               coalesce(sum(sign(f.effect)) FILTER (WHERE f.kind = 'RECEIVED'), 0)::int AS gifts,
                               coalesce(sum(f.effect) FILTER (WHERE f.kind = 'RECEIVED'), 0) AS received,
                               coalesce(sum(f.effect) FILTER (WHERE f.kind NOT IN ('RECEIVED', 'RECOGNISED')), 0) AS otherwise,
                               coalesce(-sum(f.effect) FILTER (WHERE f.kind = 'RECOGNISED' AND f.organisation IS NOT NULL), 0) AS passed,
                               coalesce(-sum(f.effect) FILTER (WHERE f.kind = 'RECOGNISED' AND f.organisation IS NULL), 0) AS spent,
                               coalesce(sum(f.effect), 0) AS left
                        FROM resources.appeal_outcome a
                        LEFT JOIN directory.people_organisation_name o ON o.id = a.partner
                        LEFT JOIN resources.fund_flow f ON f.fund = a.fund
                        WHERE a.fund = ?
                        GROUP BY a.appeal, a.french_title, a.english_title, a.spanish_title, a.closes_on, o.name
                        """)
                .param(fund.value())
                .query(RecordMapper.of(AppealOutcome.class))
                .optional()
                .orElseThrow(() -> new NotFound("appeal"));
    }

    /** The donors of a fund who were not written to. */
    private Map<UUID, PartyRecipient> findDonors(FundId fund) {
        if (!findOutcome(fund).isOver(settings.today())) {
            throw new Refused("gift.refused.outcome-open");
        }
        List<Party> donors =
                db.sql("""
                        SELECT DISTINCT g.organisation, g.person FROM resources.gift g
                        WHERE g.fund = :fund AND g.reversed_on IS NULL AND num_nonnulls(g.organisation, g.person) = 1
                          AND NOT EXISTS (SELECT FROM resources.gift_outcome l WHERE l.fund = g.fund
                                          AND (l.organisation = g.organisation OR l.person = g.person))
                        """).param("fund", fund.value()).query(RecordMapper.of(OutcomeDonor.class)).list().stream()
                        .map(each -> Party.of(each.organisation(), each.person()))
                        .toList();
        return recipients.findAll(donors).values().stream()
                .collect(Collectors.toMap(each -> each.party().value(), each -> each));
    }

    /**
     * Previews {@link #send}.
     *
     * @throws Refused if the appeal is not over
     */
    @Transactional(readOnly = true)
    public MailingPreview preview(FundId fund) {
        AppealOutcome outcome = findOutcome(fund);
        Map<UUID, PartyRecipient> to = findDonors(fund);
        return mailings.preview(
                Purpose.APPEALS.word(),
                to.values().stream().map(PartyRecipient::addressee).toList(),
                each -> {
                    PartyRecipient donor = Objects.requireNonNull(to.get(each.party()));
                    return write(outcome, donor, outcome.format(donor.words()));
                });
    }

    /**
     * Writes to the donors who consented, and returns the number of letters.
     *
     * @throws Refused if the appeal is not over, or nobody gets a letter
     */
    @Transactional(label = "gift.tell-outcome")
    public int send(FundId fund) {
        TransactionLock.acquire(db, NAME + "/" + fund.value());
        AppealOutcome outcome = findOutcome(fund);
        Map<UUID, PartyRecipient> donors = findDonors(fund);
        List<MailingRecipient> reached = donors.values().stream()
                .filter(each -> each.mail() != null)
                .map(each -> new MailingRecipient(each.party().value(), Objects.requireNonNull(each.mail())))
                .toList();
        Map<MailingRecipient, String> excluded = mailings.findExcluded(Purpose.APPEALS.word(), reached);
        List<BulkLetter> letters = new ArrayList<>();
        for (MailingRecipient to : reached) {
            if (!excluded.containsKey(to)) {
                letters.add(letter(fund, outcome, Objects.requireNonNull(donors.get(to.party())), to));
            }
        }
        if (letters.isEmpty()) {
            throw new Refused("gift.refused.outcome-nobody");
        }
        mailings.post(letters);
        return letters.size();
    }

    private BulkLetter letter(FundId fund, AppealOutcome outcome, PartyRecipient donor, MailingRecipient to) {
        UUID id = Ids.next();
        db.sql(
                        "INSERT INTO resources.gift_outcome (id, fund, organisation, person) VALUES (:id, :fund, :organisation, :person)")
                .param("id", id)
                .param("fund", fund.value())
                .param("organisation", Identifier.uuidOf(donor.party().organisation()))
                .param("person", Identifier.uuidOf(donor.party().person()))
                .update();
        return new BulkLetter(
                        to,
                        Purpose.APPEALS.word(),
                        write(outcome, donor, "[[" + ACCOUNT + "]]"),
                        NAME,
                        new Letter.Completion(NAME, id))
                .regarding(NAME, id);
    }

    private static LetterText write(AppealOutcome outcome, PartyRecipient donor, String account) {
        Words t = donor.words();
        return LetterText.of(
                t.say("gift.subject.gift_outcome", outcome.titleIn(t.language())),
                Stream.of(
                                t.say("gift.letter.hello", donor.name()),
                                t.say("gift.outcome.text", outcome.titleIn(t.language())),
                                account,
                                t.say("gift.letter.thanks"))
                        .<LetterBlock>map(LetterBlock.LetterParagraph::new)
                        .toList(),
                t);
    }

    /** The letters of an appeal by state. */
    @Transactional(readOnly = true)
    public LetterSummary summarize(FundId fund) {
        return statuses.summarize(
                NAME,
                db.sql("SELECT id FROM resources.gift_outcome WHERE fund = ?")
                        .param(fund.value())
                        .query(UUID.class)
                        .list());
    }

    private record OutcomeLetter(
            FundId fund,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person) {}

    private Optional<OutcomeLetter> find(UUID letter) {
        return db.sql("SELECT fund, organisation, person FROM resources.gift_outcome WHERE id = ?")
                .param(letter)
                .query(RecordMapper.of(OutcomeLetter.class))
                .optional();
    }

    /** Whether the appeal of a letter is still over, and its donor's gift was not taken back. */
    @Transactional(readOnly = true)
    boolean isTrue(UUID letter) {
        return find(letter)
                .filter(each -> findOutcome(each.fund()).isOver(settings.today()))
                .filter(each -> db.sql("""
                                SELECT EXISTS (SELECT FROM resources.gift WHERE fund = :fund AND reversed_on IS NULL
                                               AND (organisation = :organisation OR person = :person))
                                """)
                        .param("fund", each.fund().value())
                        .param("organisation", Identifier.uuidOf(each.organisation()))
                        .param("person", Identifier.uuidOf(each.person()))
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /** The account in the language of the letter's donor, as of now. */
    @Transactional(readOnly = true)
    String formatAccount(UUID letter) {
        OutcomeLetter it = find(letter).orElseThrow(() -> new NotFound("letter"));
        return findOutcome(it.fund())
                .format(recipients
                        .findById(Party.of(it.organisation(), it.person()))
                        .words());
    }

    /** Tells the sums of the hour at which the letter leaves; none leaves of an appeal that goes on, or a gift taken back. */
    @Bean
    static BodyCompleter appealOutcomeCompleter(ObjectProvider<AppealOutcomeLetterSender> letters) {
        return BodyCompleter.of(
                NAME,
                letter -> letters.getObject().isTrue(letter.subject()),
                "gift.letter.withheld.outcome",
                letter -> Map.of(ACCOUNT, letters.getObject().formatAccount(letter)));
    }
}
