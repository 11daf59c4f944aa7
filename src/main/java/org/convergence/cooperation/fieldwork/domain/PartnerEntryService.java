package org.convergence.cooperation.fieldwork.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.EntryDecision;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryKind;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.PartnerFigures;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.Participations;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPhotographs;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.geography.Place;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.TextParser;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.ExpenseProposals;
import org.convergence.resources.spending.ExpenseProposals.ProposedExpense;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts what partners sent, or returns it with a comment. */
@Service
@Transactional
@Requires(FieldworkPermissions.FOLLOW)
public class PartnerEntryService {

    private final PartnerEntryRepository repository;
    private final PartnerEntryQueries queries;
    private final PhotographAssembler photographs;
    private final DocumentService documents;
    private final RealisationRecorder realisations;
    private final RealisationPhotographs pictures;
    private final ActionPlans plans;
    private final ExpenseProposals expenses;
    private final PartnerFigures figures;
    private final OrganisationSettings settings;

    PartnerEntryService(
            PartnerEntryRepository repository,
            PartnerEntryQueries queries,
            PhotographAssembler photographs,
            DocumentService documents,
            RealisationRecorder realisations,
            RealisationPhotographs pictures,
            ActionPlans plans,
            ExpenseProposals expenses,
            PartnerFigures figures,
            OrganisationSettings settings) {
        this.repository = repository;
        this.queries = queries;
        this.photographs = photographs;
        this.documents = documents;
        this.realisations = realisations;
        this.pictures = pictures;
        this.plans = plans;
        this.expenses = expenses;
        this.figures = figures;
        this.settings = settings;
    }

    /**
     * What we add when we accept an entry; each is for one kind.
     *
     * @param title of the realisation
     * @param served the lines of the plan that the realisation serves
     * @param line that bears the expense
     * @param counted where the figure is counted; {@code null} for nowhere
     * @param answer to the question; or thanks; may be empty for other kinds
     * @param isDayConfirmed whether the user confirmed a doubtful day
     */
    public record AcceptanceFacts(
            @Nullable String title,
            @Nullable RealisationKind kind,
            Set<ActionId> served,
            @Nullable BudgetLineId line,
            @Nullable CountedPlace counted,
            String answer,
            boolean isDayConfirmed) {}

    /** An indicator in one of its periods. */
    public record CountedPlace(IndicatorId indicator, ProjectPeriodId period) {}

    /**
     * Accepts an entry, once: what happened becomes a realisation, what was spent an expense that waits for the
     * accountant. What a changed row of a workbook became before stays: an expense that the accountant has not accepted takes
     * its day and amount, all else is corrected on its own page.
     *
     * @throws Refused if its day is doubtful and not confirmed, its day, number, amount, photograph or line is missing, or the expense of a changed row is accepted
     */
    @Transactional(label = "fieldwork.accept")
    public AcceptedEntry accept(PartnerEntryId id, int version, AcceptanceFacts facts) {
        repository.lock(id);
        PartnerEntryRow entry = queries.findById(id);
        if (entry.version() != version || entry.state() != PartnerEntryState.WAITING) {
            throw new Refused("fieldwork.refused.changed");
        }
        if (entry.isDayDoubtful() && !facts.isDayConfirmed()) {
            throw new Refused("fieldwork.refused.day-doubtful");
        }
        if (entry.isChanged()) {
            boolean corrected = entry.kind() == PartnerEntryKind.SPENT && correctExpense(entry);
            decide(id, version, PartnerEntryState.ACCEPTED, "", facts.answer(), entry.became());
            return new AcceptedEntry(entry.became(), corrected);
        }
        String became =
                switch (entry.kind()) {
                    case HAPPENED -> realise(entry, facts);
                    case SPENT -> propose(entry, facts);
                    case FIGURES -> {
                        if (entry.figure() == null) {
                            throw new Refused("fieldwork.refused.figure");
                        }
                        yield facts.counted() == null
                                ? null
                                : figures.count(
                                        entry.organisation(),
                                        facts.counted().indicator(),
                                        facts.counted().period(),
                                        entry.figure());
                    }
                    case QUESTION -> {
                        if (facts.answer().isBlank()) {
                            throw new Refused("fieldwork.refused.answer");
                        }
                        yield null;
                    }
                };
        decide(id, version, PartnerEntryState.ACCEPTED, "", facts.answer(), became);
        return new AcceptedEntry(became, false);
    }

    /**
     * An entry that was accepted.
     *
     * @param page of what it became, or where it is counted; {@code null} for a question
     * @param corrected whether the expense that it became before took its day and amount
     */
    public record AcceptedEntry(@Nullable String page, boolean corrected) {}

    private boolean correctExpense(PartnerEntryRow entry) {
        Optional<UUID> expense = TextParser.id(String.valueOf(entry.became()).replaceFirst(".*/", ""));
        if (entry.happenedOn() == null || entry.figure() == null || entry.currency() == null) {
            throw new Refused("fieldwork.refused.amount");
        }
        return expense.isPresent()
                && expenses.correct(
                        new ExpenseId(expense.get()), entry.happenedOn(), amount(entry.currency(), entry.figure()));
    }

    private static Money amount(String currency, BigDecimal figure) {
        return Money.of(CurrencyUnit.of(currency), figure, RoundingMode.HALF_EVEN);
    }

    private String realise(PartnerEntryRow entry, AcceptanceFacts facts) {
        if (entry.happenedOn() == null) {
            throw new Refused("fieldwork.refused.day");
        }
        boolean counted = entry.people() != null;
        RealisationId realisation = realisations.record(RecordRealisationCommand.done(
                new RealisationSource(
                        "cooperation.fieldwork", "entry", entry.id().value().toString(), url(entry.id())),
                new RealisationDetails(
                        Objects.requireNonNull(facts.title()),
                        facts.kind() == null ? RealisationKind.OTHER : facts.kind(),
                        DayRange.on(entry.happenedOn()),
                        Place.of(entry.country()),
                        counted
                                ? new Participations(
                                        zero(entry.women()),
                                        zero(entry.men()),
                                        zero(entry.others()),
                                        zero(entry.notStated()),
                                        null)
                                : null,
                        Set.of(entry.organisation())),
                Amounts.UNKNOWN,
                new PlanAttribution(plans.findLinesById(facts.served()).keySet(), entry.details(), List.of())));
        try (PreparedDocument photograph = preparePhotograph(entry)) {
            if (photograph != null) {
                pictures.attach(realisation, photograph);
            }
        }
        return "/plan/realisation/" + realisation.value();
    }

    private static int zero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private String propose(PartnerEntryRow entry, AcceptanceFacts facts) {
        if (entry.happenedOn() == null || entry.figure() == null || entry.currency() == null) {
            throw new Refused("fieldwork.refused.amount");
        }
        if (facts.line() == null) {
            throw new Refused("fieldwork.refused.line");
        }
        try (PreparedDocument voucher = preparePhotograph(entry)) {
            ExpenseId expense = expenses.propose(new ProposedExpense(
                    entry.happenedOn(),
                    amount(entry.currency(), entry.figure()),
                    entry.label(),
                    entry.details().length() > 1_000 ? entry.details().substring(0, 1_000) : entry.details(),
                    facts.line(),
                    voucher));
            return "/resources/spending/" + expense.value();
        }
    }

    /**
     * The photograph of an entry, for what it becomes; {@code null} if none was taken.
     *
     * @throws Refused if it has not come yet
     */
    private @Nullable PreparedDocument preparePhotograph(PartnerEntryRow entry) {
        if (entry.photograph() != null && entry.document() == null) {
            throw new Refused("fieldwork.refused.photo");
        }
        Upload photograph = entry.document() == null
                ? null
                : photographs.find(entry.id().value(), entry.document()).orElse(null);
        return photograph == null ? null : documents.prepare(photograph);
    }

    /** Returns an entry with a comment, which the partner reads on its page. */
    @Transactional(label = "fieldwork.return")
    public void returnWithComment(PartnerEntryId id, int version, String comment) {
        decide(id, version, PartnerEntryState.RETURNED, comment, "", null);
    }

    private void decide(
            PartnerEntryId id,
            int version,
            PartnerEntryState state,
            String comment,
            String answer,
            @Nullable String became) {
        repository.decide(
                id,
                version,
                new EntryDecision(state, comment, answer, CurrentActor.get().label(), settings.today(), became));
    }

    private static String url(PartnerEntryId id) {
        return "/cooperation/fieldwork/" + id.value();
    }
}
