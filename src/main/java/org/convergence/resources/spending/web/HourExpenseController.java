package org.convergence.resources.spending.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.domain.ExpenseQueries;
import org.convergence.resources.spending.domain.HourExpenseService;
import org.convergence.resources.spending.domain.HourExpenseService.ActionHours;
import org.convergence.resources.spending.domain.HourExpenseService.HourFacts;
import org.convergence.resources.spending.domain.HourExpenseService.PeriodHours;
import org.convergence.resources.subsidy.HourClaims;
import org.convergence.resources.subsidy.SubsidyPermissions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An expense made from the approved hours of a person: counted first, then recorded and claimed. */
@Controller
@RequestMapping("/resources/spending/hours")
@Requires(SubsidyPermissions.MANAGE)
record HourExpenseController(
        HourExpenseService service,
        ExpenseQueries queries,
        PartyChooser chooser,
        ActionPlans plans,
        OrganisationSettings settings) {

    private static final String PERSON = "person";
    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal MOST = new BigDecimal("9999.99");

    @GetMapping
    ModelAndView open(Form asked, Words t) {
        if (!asked.filled(HourExpensePage.FROM.name())) {
            LocalDate today = settings.today();
            asked.with(HourExpensePage.FROM.name(), today.minusMonths(1).withDayOfMonth(1))
                    .with(HourExpensePage.TO.name(), today.withDayOfMonth(1).minusDays(1));
        }
        return page(asked, t);
    }

    private ModelAndView page(Form form, Words t) {
        PersonId person = chooser.chosenPersons(form, PERSON, 1).first();
        LocalDate from =
                TextParser.date(form.value(HourExpensePage.FROM.name())).orElse(null);
        LocalDate to = TextParser.date(form.value(HourExpensePage.TO.name())).orElse(null);
        PeriodHours hours = person == null || from == null || to == null
                ? null
                : service.findHours(person, from, to, actions(form));
        return PageView.of(
                "resources/spending/hours",
                new HourExpensePage(
                        form,
                        chooser.persons(form, PERSON, 1, List.of()),
                        LineOptions.of(queries.findOpenLines(settings.today()), null, t),
                        hours == null ? null : t.say("spending.hours.counted", t.hours(hours.hours())),
                        hours == null
                                ? List.of()
                                : hours.claimed().entrySet().stream()
                                        .map(each -> claim(each.getKey(), each.getValue(), t))
                                        .toList(),
                        person == null || from == null || to == null
                                ? List.of()
                                : options(service.findActions(person, from, to), t)));
    }

    private static Set<UUID> actions(Form form) {
        return form.values("action").stream()
                .map(TextParser::id)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The lines of the plan on which the person has hours. */
    private List<Option> options(List<ActionHours> worked, Words t) {
        Map<ActionId, PlanLine> lines = plans.findLinesById(
                worked.stream().map(each -> new ActionId(each.action())).toList());
        return worked.stream()
                .filter(each -> lines.containsKey(new ActionId(each.action())))
                .map(each -> Option.of(
                        each.action(),
                        Objects.requireNonNull(lines.get(new ActionId(each.action())))
                                        .label()
                                + " · " + t.hours(each.hours())))
                .toList();
    }

    private static Tab claim(String claimant, BigDecimal hours, Words t) {
        String id = claimant.substring(claimant.lastIndexOf('/') + 1);
        boolean isSubsidy = claimant.startsWith(HourClaims.WAGE_SUBSIDY);
        return new Tab(
                t.say(isSubsidy ? "spending.hours.by-subsidy" : "spending.hours.by-expense", t.hours(hours)),
                (isSubsidy ? "/resources/subsidy/claim/" : "/resources/spending/") + id,
                false);
    }

    @PostMapping
    ModelAndView record(Form form, Words t) {
        return form.submit(
                this::read,
                facts -> SeeOther.to(ExpensePage.url(service.record(
                                facts,
                                t.say("spending.hours.supplier"),
                                t.say("spending.hours.note", t.period(facts.from(), facts.to())))))
                        .withNotice("spending.hours.recorded"),
                () -> page(form, t));
    }

    private HourFacts read(FormValues answers) {
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        if (person == null && answers.form().problem(PERSON) == null) {
            answers.reject(PERSON, "shell.form.required");
        }
        LocalDate from = answers.get(HourExpensePage.FROM);
        LocalDate to = answers.get(HourExpensePage.TO);
        if (from.isAfter(to) && answers.form().problem(HourExpensePage.TO.name()) == null) {
            answers.reject(HourExpensePage.TO.name(), "spending.refused.hours-days");
        }
        BigDecimal cost = answers.number("cost", CENT, MOST);
        BigDecimal paid = answers.optionalNumber("paid", CENT, MOST);
        if (paid != null && paid.compareTo(cost) > 0 && answers.form().problem("cost") == null) {
            answers.reject("paid", "spending.refused.hours-paid");
        }
        return new HourFacts(
                person == null ? new PersonId(new UUID(0, 0)) : person,
                from,
                to,
                cost,
                paid == null ? cost : paid,
                answers.get(HourExpensePage.COMPLEMENT),
                new BudgetLineId(answers.get(HourExpensePage.LINE)),
                actions(answers.form()));
    }
}
