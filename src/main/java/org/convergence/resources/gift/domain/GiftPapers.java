package org.convergence.resources.gift.domain;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.directory.consent.CharityStatus;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.ConsentChecker;
import org.convergence.directory.consent.ConsentDecision;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.LetterRecipients;
import org.convergence.directory.people.LetterRecipients.PartyRecipient;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Block;
import org.convergence.platform.rendering.Inline;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.rendering.Section;
import org.convergence.platform.settings.OrganisationProfile;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.domain.ReceiptPolicy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Acknowledgements and accounts of a year as PDF, in the donor's language. None is a tax receipt (R-REC-1); an account
 * tells what was given, date by date, and what it did (R-GIFT-4).
 */
@Service
@Transactional(readOnly = true)
@Requires(GiftPermissions.RECORD)
public class GiftPapers {

    private final GiftQueries queries;
    private final LetterRecipients donors;
    private final CharityStatus charity;
    private final ConsentChecker consents;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    GiftPapers(
            GiftQueries queries,
            LetterRecipients donors,
            CharityStatus charity,
            ConsentChecker consents,
            OrganisationSettings settings,
            JdbcClient db) {
        this.queries = queries;
        this.donors = donors;
        this.charity = charity;
        this.consents = consents;
        this.settings = settings;
        this.db = db;
    }

    /** The gift in words: the amount, or the thing. */
    public static String formatWhat(Gift gift, Words t) {
        String money = t.money(gift.amount());
        if (gift.description().isEmpty()) {
            return money;
        }
        return gift.amount().isZero() ? gift.description() : t.say("gift.in-kind", gift.description(), money);
    }

    /** What a gift is for. */
    public static String formatPurpose(Gift gift, Words t) {
        return gift.fundName() == null ? t.say("gift.unrestricted") : gift.fundName();
    }

    /** A gift that can be thanked for. */
    Gift requireThankable(GiftId id) {
        Gift gift = queries.findById(id);
        if (gift.reversedOn() != null) {
            throw new Refused("gift.refused.reversed");
        }
        if (gift.donor() == null) {
            throw new Refused("gift.refused.anonymous");
        }
        return gift;
    }

    /**
     * The acknowledgement of a gift.
     *
     * @throws Refused if it is anonymous, or was reversed
     */
    public byte[] renderAcknowledgement(GiftId id) {
        Gift gift = requireThankable(id);
        PartyRecipient donor = donors.findById(gift.donor());
        Words t = donor.words();
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.text(t.say(
                "gift.paper.received", donor.name(), gift.receivedOn(), formatWhat(gift, t), formatPurpose(gift, t))));
        blocks.add(Block.text(t.say("gift.letter.thanks")));
        String link = settings.current().identity().giving();
        if (!link.isEmpty() && mayBeAsked(gift)) {
            blocks.add(Block.text(t.say("gift.paper.give", link)));
        }
        return write(
                t.say("ledger.receipt"),
                gift.receivedOn(),
                List.of(new PaperPart(t.say("ledger.receipt.contents"), blocks)),
                t);
    }

    /** Whether the donor agreed to appeals (R-L25-9); an acknowledgement asks nobody else for a gift. */
    private boolean mayBeAsked(Gift gift) {
        return gift.person() != null
                && consents
                        .mayWrite(List.of(gift.person()), ConsentChannel.MAIL, Purpose.APPEALS, settings.today())
                        .values()
                        .stream()
                        .anyMatch(ConsentDecision::allowed);
    }

    /** A use of a fund, with the partner to which it was passed. */
    private record FundUse(String what, @Nullable String partner, BigDecimal amount) {}

    /**
     * The account of a donor's calendar year.
     *
     * @throws NotFound if the donor gave nothing in this year
     */
    public byte[] renderAccount(int year, Party party) {
        List<Gift> gifts = queries.findOfYear(party, year);
        if (gifts.isEmpty()) {
            throw new NotFound("account");
        }
        PartyRecipient donor = donors.findById(party);
        Words t = donor.words();
        String named = String.valueOf(year);
        List<PaperPart> parts = new ArrayList<>();
        BigDecimal sum = gifts.stream().map(Gift::homeAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        parts.add(new PaperPart(
                t.say("gift.paper.given"),
                List.of(
                        Block.text(t.say("gift.paper.sum", donor.name(), named, money(sum, t))),
                        table(
                                "gift.paper.gifts",
                                List.of("gift.field.received_on", "gift.field.purpose"),
                                gifts.stream()
                                        .map(each -> List.of(
                                                Block.Cell.of(t.date(each.receivedOn()), each.receivedOn()),
                                                Block.Cell.of(formatPurpose(each, t)),
                                                Block.Cell.of(formatWhat(each, t), each.homeAmount())))
                                        .toList(),
                                t))));
        Map<FundId, String> funds = new LinkedHashMap<>();
        gifts.forEach(each -> {
            if (each.fund() != null) {
                funds.put(each.fund(), formatPurpose(each, t));
            }
        });
        funds.forEach((fund, name) -> {
            List<FundUse> uses = findUses(fund, year);
            parts.add(new PaperPart(
                    t.say("gift.paper.did", name),
                    List.of(
                            uses.isEmpty()
                                    ? Block.text(t.say("gift.paper.did.nothing", named))
                                    : table(
                                            "gift.paper.uses",
                                            List.of("gift.paper.uses.what", "gift.paper.uses.partner"),
                                            uses.stream()
                                                    .map(each -> List.of(
                                                            Block.Cell.of(each.what()),
                                                            Block.Cell.of(
                                                                    Objects.requireNonNullElse(each.partner(), "–")),
                                                            Block.Cell.of(money(each.amount(), t), each.amount())))
                                                    .toList(),
                                            t))));
        });
        if (gifts.stream().anyMatch(each -> each.fund() == null)) {
            parts.add(new PaperPart(
                    t.say("gift.paper.did.free"), List.of(Block.text(t.say("gift.paper.did.free.text")))));
        }
        return write(t.say("gift.paper.account", named), gifts.get(0).receivedOn(), parts, t);
    }

    private List<FundUse> findUses(FundId fund, int year) {
        return db.sql("""
                        SELECT u.what, o.name AS partner, -sum(u.effect) AS amount
                        FROM resources.fund_flow u LEFT JOIN directory.people_organisation_name o ON o.id = u.organisation
                        WHERE u.fund = ? AND extract(year FROM u.day) = ? AND u.kind = 'RECOGNISED'
                        GROUP BY u.what, o.name HAVING sum(u.effect) < 0 ORDER BY min(u.day), u.what, o.name
                        """)
                .params(fund.value(), year)
                .query(RecordMapper.of(FundUse.class))
                .list();
    }

    private record SentAccount(
            int year,
            @Nullable OrganisationId organisation,
            @Nullable PersonId person) {}

    /** Whether a letter is about an account of a year. */
    boolean isAccount(UUID record) {
        return db.sql("SELECT EXISTS (SELECT FROM resources.gift_account WHERE id = ?)")
                .param(record)
                .query(Boolean.class)
                .single();
    }

    /** The paper of a letter: the account that it is about, or the acknowledgement of the gift. */
    byte[] render(UUID record) {
        return db.sql("SELECT year, organisation, person FROM resources.gift_account WHERE id = ?")
                .param(record)
                .query(RecordMapper.of(SentAccount.class))
                .optional()
                .map(it -> renderAccount(it.year(), Party.of(it.organisation(), it.person())))
                .orElseGet(() -> renderAcknowledgement(new GiftId(record)));
    }

    private static String money(BigDecimal amount, Words t) {
        return t.money(amount, AccountantBooks.CURRENCY);
    }

    private static Block table(String caption, List<String> columns, List<List<Block.Cell>> rows, Words t) {
        List<Block.Column> all = new ArrayList<>(
                columns.stream().map(key -> Block.Column.words(t.say(key))).toList());
        all.add(Block.Column.figures(t.say("gift.field.amount")));
        return new Block.Table(t.say(caption), all, rows);
    }

    private record PaperPart(String title, List<Block> blocks) {}

    /** Writes a paper that ends with what it is not, and the signature. */
    private byte[] write(String title, LocalDate receivedOn, List<PaperPart> parts, Words t) {
        OrganisationProfile organisation = settings.current();
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            List<Block> blocks = new ArrayList<>(parts.get(i).blocks());
            if (i == parts.size() - 1) {
                blocks.add(Block.text(t.say(ReceiptPolicy.noticeKey(
                        receivedOn, charity.registeredSince().orElse(null)))));
                if (!organisation.identity().signatory().isBlank()) {
                    blocks.add(new Block.Paragraph(Inline.lines(organisation.signature())));
                }
            }
            sections.add(Section.of(parts.get(i).title(), blocks));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PaperFormat.PDF.write(
                new Paper(
                        title,
                        t.date(settings.today()),
                        organisation.name(),
                        t.say("gift.paper.description"),
                        sections,
                        Paper.Layout.PLAIN),
                t,
                RenderingOptions.letterPaper("", settings.letterhead()),
                out);
        return out.toByteArray();
    }
}
