package org.convergence.resources.gift.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.currency.CurrencyConverter;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundMovementFacts;
import org.convergence.resources.gift.GiftPermissions;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftCommitmentService.GiftCommitmentId;
import org.convergence.resources.gift.domain.GiftQueries.GiftPayment;
import org.convergence.resources.ledger.AccountantBooks;
import org.convergence.resources.ledger.PaymentId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records, corrects and reverses gifts. Money enters the ledger and, if it is restricted, its fund in the same
 * transaction, without the donor's name: the gift alone knows it.
 */
@Service
@Transactional
@Requires(GiftPermissions.RECORD)
public class GiftService {

    private final GiftRepository repository;
    private final GiftQueries queries;
    private final GiftLedger ledger;
    private final FundService funds;
    private final GiftCommitmentService commitments;
    private final CurrencyConverter converter;
    private final LetterStatusService letters;
    private final OrganisationSettings settings;

    GiftService(
            GiftRepository repository,
            GiftQueries queries,
            GiftLedger ledger,
            FundService funds,
            GiftCommitmentService commitments,
            CurrencyConverter converter,
            LetterStatusService letters,
            OrganisationSettings settings) {
        this.repository = repository;
        this.queries = queries;
        this.ledger = ledger;
        this.funds = funds;
        this.commitments = commitments;
        this.converter = converter;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * Where a gift comes from.
     *
     * @param monthly whether the same gift is awaited each month from now on
     * @param commitment the commitment that it is a month of
     * @param payment the payment by which it is in the ledger already
     */
    public record GiftOrigin(
            boolean monthly,
            @Nullable GiftCommitmentId commitment,
            @Nullable YearMonth month,
            @Nullable PaymentId payment) {

        /** A gift of once. */
        public static final GiftOrigin ONCE = new GiftOrigin(false, null, null, null);
    }

    /**
     * Records a gift.
     *
     * @throws Refused if it is of the future, its appeal is not open, its fund is in another currency than the books, no
     *     rate of its currency is known, its cheque or transfer or its month is recorded already
     */
    @Transactional(label = "gift.record")
    public GiftId record(GiftFacts stated, GiftOrigin origin) {
        GiftFacts facts = origin.payment() == null ? stated : asPaid(stated, queries.findUnattached(origin.payment()));
        int number = repository.nextNumber();
        BigDecimal home = requireSound(facts, null);
        GiftCommitmentId commitment = origin.commitment();
        YearMonth month = origin.month();
        if (origin.monthly() && commitment == null) {
            commitment = commitments.create(facts);
            month = YearMonth.from(facts.receivedOn());
        }
        if (commitment != null) {
            commitments.requireAwaited(commitment, Objects.requireNonNull(month));
        }
        GiftId id = new GiftId(Ids.next());
        PaymentId payment = !facts.method().isMoney()
                ? null
                : origin.payment() != null ? origin.payment() : ledger.receive(id, number, facts);
        repository.insert(id, number, facts, home, commitment, month, payment, move(facts, number, home));
        if (commitment != null) {
            commitments.refresh(commitment);
        }
        return id;
    }

    /** The gift with the amount, the day and the method of its payment. */
    private static GiftFacts asPaid(GiftFacts facts, GiftPayment payment) {
        return new GiftFacts(
                facts.donor(),
                payment.receivedOn(),
                payment.amount(),
                GiftMethod.of(payment.method()),
                Objects.requireNonNullElse(payment.reference(), ""),
                "",
                facts.remark(),
                facts.fund());
    }

    private BigDecimal requireSound(GiftFacts facts, @Nullable GiftId itself) {
        GiftPolicy.requireSound(facts, settings.today());
        repository.requireOpenAppeal(facts);
        repository.requireFundOfBooks(facts);
        repository.requireNew(facts, itself);
        return converter
                .convert(facts.amount(), AccountantBooks.CURRENCY, facts.receivedOn())
                .converted()
                .getAmount();
    }

    private @Nullable FundMovementId move(GiftFacts facts, int number, BigDecimal home) {
        FundId fund = facts.fund();
        return fund == null || !facts.method().isMoney()
                ? null
                : funds.move(
                        fund,
                        new FundMovementFacts(
                                facts.receivedOn(), FundMovementKind.RECEIVED, home, ledger.label(number), ""));
    }

    /**
     * Corrects a gift, its payment and its movement in the fund.
     *
     * @param version the version on which the form was opened
     * @throws EditConflict if it was changed meanwhile
     * @throws Refused as for {@link #record}; if it was reversed, money became a thing, the accountant closed its
     *     batch, or its fund has used the money
     */
    @Transactional(label = "gift.correct")
    public void correct(GiftId id, int version, GiftFacts facts) {
        Gift before = lock(id);
        OptimisticLock.requireSameVersion(Gift.TABLE, id.value(), version, before.version());
        if (facts.method().isMoney() != before.method().isMoney()) {
            throw new Refused("gift.refused.kind");
        }
        BigDecimal home = requireSound(facts, id);
        boolean moves = !Objects.equals(before.fund(), facts.fund())
                || home.compareTo(before.homeAmount()) != 0
                || !facts.receivedOn().equals(before.receivedOn());
        // The new movement comes first, so that a fund that has used the money is not short in between.
        FundMovementId movement = moves ? move(facts, before.number(), home) : before.movement();
        repository.update(id, facts, home, movement);
        if (moves) {
            takeBackMovement(before);
        }
        if (before.payment() != null && ledger.isPaidOtherwise(before, facts)) {
            ledger.correct(before, facts);
        }
        letters.withholdUntrue(List.of(id.value()));
    }

    /**
     * Reverses a gift that the bank took back, or that was recorded by mistake: its payment and its movement in the fund
     * are reversed, and its letter of thanks does not leave any more.
     *
     * @param reason 1 to 300 characters
     * @throws Refused if it was reversed already, the day is in the future or before the gift, or its fund has used the
     *     money
     */
    @Transactional(label = "gift.reverse")
    public void reverse(GiftId id, LocalDate day, String reason) {
        Gift gift = lock(id);
        if (day.isAfter(settings.today()) || day.isBefore(gift.receivedOn())) {
            throw new Refused("gift.refused.reversal-day", gift.receivedOn());
        }
        repository.reverse(id, day, reason);
        if (gift.payment() != null) {
            ledger.reverse(gift.payment(), day, reason);
        }
        takeBackMovement(gift);
        letters.takeBack(GiftLetterSender.THANKS, List.of(id.value()));
        if (gift.commitment() != null) {
            commitments.refresh(gift.commitment());
        }
    }

    /**
     * Takes an imported gift back: it is reversed, and neither its donor nor its number on the site is kept.
     *
     * @throws EditConflict if it was changed since
     * @throws Refused if its donor was thanked, or as for {@link #reverse}
     */
    @Transactional(label = "gift.undo-import")
    public void undoImport(GiftId id, int version) {
        Gift gift = lock(id);
        OptimisticLock.requireSameVersion(Gift.TABLE, id.value(), version, gift.version());
        if (gift.isThanked()) {
            throw new Refused("gift.import.thanked");
        }
        reverse(id, settings.today(), ledger.undone());
        repository.detach(id);
    }

    private void takeBackMovement(Gift gift) {
        if (gift.fund() != null && gift.movement() != null) {
            funds.takeBack(gift.fund(), gift.movement());
        }
    }

    private Gift lock(GiftId id) {
        repository.lock(id);
        Gift gift = queries.findById(id);
        if (gift.reversedOn() != null) {
            throw new Refused("gift.refused.reversed");
        }
        return gift;
    }
}
