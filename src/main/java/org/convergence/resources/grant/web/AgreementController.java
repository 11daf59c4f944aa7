package org.convergence.resources.grant.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementDueId;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementDueRow;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.grant.web.AgreementPage.AgreementAmendPage;
import org.convergence.resources.grant.web.AgreementPage.AgreementDuePart;
import org.convergence.resources.grant.web.AgreementPage.AgreementFact;
import org.convergence.resources.grant.web.AgreementPage.AgreementFormPage;
import org.convergence.resources.grant.web.AgreementPage.AgreementLinePart;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.SpendingPermissions;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** One agreement: recording and correcting it, its page with its lines, deliverables and instalments. */
@Controller
@RequestMapping("/resources/grant/agreement")
@Requires(GrantPermissions.EDIT)
class AgreementController {

    private final AgreementService agreements;
    private final AgreementQueries queries;
    private final AgreementForm forms;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;

    AgreementController(
            AgreementService agreements,
            AgreementQueries queries,
            AgreementForm forms,
            PartyChooser chooser,
            OrganisationSettings settings) {
        this.agreements = agreements;
        this.queries = queries;
        this.forms = forms;
        this.chooser = chooser;
        this.settings = settings;
    }

    @GetMapping("/new")
    ModelAndView add() {
        return formPage(Form.blank().with("currency", "CAD").with(AgreementForm.FROM.name(), settings.today()), null);
    }

    private record AgreementInput(AgreementFacts facts, List<BudgetLineFacts> lines) {}

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                answers -> new AgreementInput(forms.read(answers), AgreementForm.readLines(answers)),
                input -> SeeOther.to(AgreementPage.url(agreements.record(input.facts(), input.lines())))
                        .withNotice("grant.agreement.recorded"),
                () -> formPage(form, null));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AgreementId id) {
        return formPage(AgreementForm.open(queries.findById(id)), id);
    }

    private record AgreementCorrection(int version, AgreementFacts facts) {}

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable AgreementId id, Form form) {
        form.with("currency", queries.findById(id).currency());
        return form.submit(
                answers -> new AgreementCorrection(answers.version(), forms.read(answers)),
                input -> {
                    agreements.correct(id, input.version(), input.facts());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.saved");
                },
                () -> formPage(form, id));
    }

    private ModelAndView formPage(Form form, @Nullable AgreementId id) {
        return PageView.of(
                "resources/grant/agreement-form",
                new AgreementFormPage(
                        id == null ? "grant.agreement.new" : "grant.agreement.edit",
                        id == null ? AgreementPage.LIST + "/new" : AgreementPage.url(id) + "/edit",
                        id == null ? AgreementPage.LIST : AgreementPage.url(id),
                        form,
                        chooser.organisations(form, AgreementForm.FUNDER, 1, List.of()),
                        id == null));
    }

    @GetMapping("/{id}")
    @Requires(GrantPermissions.READ)
    ModelAndView show(@PathVariable AgreementId id, Words t) {
        return page(queries.findById(id), Form.blank(), t);
    }

    private ModelAndView page(AgreementRow it, Form form, Words t) {
        boolean edits = CurrentActor.get().may(GrantPermissions.EDIT);
        List<BudgetLineState> lines = queries.findLines(it.id());
        CurrencyUnit currency = CurrencyUnit.of(it.currency());
        Money budget = sum(lines, currency, BudgetLineState::budget);
        Money committed = sum(lines, currency, BudgetLineState::committed);
        Money spent = sum(lines, currency, BudgetLineState::spent);
        int gone = AgreementPolicy.timeGone(it.startsOn(), it.endsOn(), settings.today());
        Money left = budget.minus(committed).minus(spent);
        return PageView.of(
                "resources/grant/agreement",
                new AgreementPage(
                        AgreementPage.url(it.id()),
                        it.title(),
                        t.say("grant.agreement.left", t.money(left), t.money(budget)),
                        AgreementFormatter.bar(budget, committed, spent),
                        AgreementFormatter.standing(budget, spent, gone, t),
                        facts(it, t),
                        lines.stream().map(line -> part(it, line, t)).toList(),
                        new AgreementLinePart(
                                "",
                                0,
                                t.say("grant.agreement.total"),
                                "",
                                t.money(budget),
                                t.money(committed),
                                t.money(spent),
                                t.money(left),
                                null),
                        queries.findDues(it.id()).stream()
                                .map(due -> part(due, t))
                                .toList(),
                        edits ? form : null,
                        edits ? chooser.persons(form, AgreementForm.OWNER, 1, List.of()) : null,
                        CurrentActor.get().may(SpendingPermissions.RECORD)));
    }

    private static Money sum(
            List<BudgetLineState> lines, CurrencyUnit currency, Function<BudgetLineState, Money> amount) {
        return Money.total(currency, lines.stream().map(amount).toList());
    }

    private static List<AgreementFact> facts(AgreementRow it, Words t) {
        List<AgreementFact> facts = new ArrayList<>();
        facts.add(new AgreementFact(
                t.say("grant.agreement.field.scope"), t.say(it.scope().key())));
        if (!it.funderName().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.funder"), it.funderName()));
        }
        if (!it.number().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.number"), it.number()));
        }
        facts.add(new AgreementFact(t.say("grant.agreement.days"), t.period(it.startsOn(), it.endsOn())));
        facts.add(new AgreementFact(t.say("grant.agreement.field.currency"), it.currency()));
        if (it.transferTolerance() != null) {
            facts.add(new AgreementFact(
                    t.say("grant.agreement.field.tolerance"), t.decimal(it.transferTolerance()) + "\u00a0%"));
        }
        if (it.retainedUntil() != null) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.retained_until"), t.date(it.retainedUntil())));
        }
        if (!it.terms().isEmpty()) {
            facts.add(new AgreementFact(t.say("grant.agreement.field.terms"), it.terms()));
        }
        return facts;
    }

    private static AgreementLinePart part(AgreementRow it, BudgetLineState line, Words t) {
        BigDecimal moved = line.budget().minus(line.original()).getAmount();
        boolean amendment = it.transferTolerance() != null
                && AgreementPolicy.needsAmendment(line.original().getAmount(), it.transferTolerance(), List.of(moved));
        String warning = line.left().isNegative()
                ? t.say("grant.agreement.line.over", t.money(line.left().negated()))
                : amendment ? t.say("grant.agreement.line.amendment", t.money(line.original())) : null;
        return new AgreementLinePart(
                line.id().value().toString(),
                line.version(),
                line.code(),
                line.label(),
                t.money(line.budget()),
                t.money(line.committed()),
                t.money(line.spent()),
                t.money(line.left()),
                warning);
    }

    private AgreementDuePart part(AgreementDueRow due, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(t.say(due.kind().key()));
        if (due.amount() != null) {
            detail.add(t.money(due.amount(), due.currency()));
        }
        detail.add(
                due.doneOn() == null
                        ? t.by(due.dueOn(), settings.today())
                        : t.say("grant.agreement.done", due.doneOn()));
        if (!due.clause().isEmpty()) {
            detail.add(t.say("grant.agreement.by-clause", due.clause()));
        }
        if (due.ownerName() != null) {
            detail.add(due.ownerName());
        }
        return new AgreementDuePart(
                AgreementPage.url(due.agreement()) + "/due/" + due.id().value(),
                due.what(),
                String.join(" · ", detail),
                due.doneOn() == null && due.dueOn().isBefore(settings.today()),
                due.doneOn() != null);
    }

    @PostMapping("/{id}/due")
    ModelAndView addDue(@PathVariable AgreementId id, Form form, Words t) {
        return form.submit(
                forms::readDue,
                due -> {
                    agreements.addDue(id, due);
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-added");
                },
                () -> page(queries.findById(id), form, t));
    }

    @PostMapping("/{id}/due/{due}/done")
    ModelAndView done(@PathVariable AgreementId id, @PathVariable AgreementDueId due) {
        agreements.markDone(due);
        return SeeOther.to(AgreementPage.url(id))
                .withNotice("grant.agreement.due-done")
                .withUndo(AgreementPage.url(id) + "/due/" + due.value() + "/open");
    }

    @PostMapping("/{id}/due/{due}/open")
    ModelAndView undone(@PathVariable AgreementId id, @PathVariable AgreementDueId due) {
        agreements.markOpen(due);
        return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.due-open");
    }

    @GetMapping("/{id}/line/{line}")
    ModelAndView amend(@PathVariable AgreementId id, @PathVariable BudgetLineId line) {
        BudgetLineState state = line(id, line);
        return amendPage(
                id,
                state,
                Form.blank()
                        .atVersion(state.version())
                        .with("amount", state.budget().getAmount()));
    }

    @PostMapping("/{id}/line/{line}")
    ModelAndView amend(@PathVariable AgreementId id, @PathVariable BudgetLineId line, Form form) {
        BudgetLineState state = line(id, line);
        return form.submit(
                answers -> new AgreementAmendment(
                        answers.version(), answers.number("amount", BigDecimal.ZERO, AgreementForm.MOST)),
                input -> {
                    agreements.amendLine(line, input.version(), input.amount());
                    return SeeOther.to(AgreementPage.url(id)).withNotice("grant.agreement.line-amended", state.code());
                },
                () -> amendPage(id, state, form));
    }

    private record AgreementAmendment(int version, BigDecimal amount) {}

    private static ModelAndView amendPage(AgreementId id, BudgetLineState line, Form form) {
        String url = AgreementPage.url(id);
        return PageView.of(
                "resources/grant/agreement-amend",
                new AgreementAmendPage(
                        url + "/line/" + line.id().value(), url, line.code() + " – " + line.label(), form));
    }

    private BudgetLineState line(AgreementId id, BudgetLineId line) {
        return queries.findLines(id).stream()
                .filter(each -> Objects.equals(each.id(), line))
                .findFirst()
                .orElseThrow(() -> new NotFound("line"));
    }
}
