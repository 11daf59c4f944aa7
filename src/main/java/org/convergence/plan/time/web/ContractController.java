package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Choosing;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractFacts;
import org.convergence.plan.time.domain.ContractKeeping;
import org.convergence.plan.time.domain.ContractList;
import org.convergence.plan.time.domain.ContractList.Listed;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The contracts of the team. */
@Controller
@RequestMapping("/plan/time/contracts")
@Requires(TimePermissions.KEEP)
class ContractController {

    private static final String LIST = TimeMenu.ROOM + "/contracts";
    private static final String APPROVER = "approver";

    private final ContractList list;
    private final ContractKeeping keeping;
    private final Chooser chooser;
    private final People people;
    private final OrganisationSettings settings;

    ContractController(
            ContractList list, ContractKeeping keeping, Chooser chooser, People people, OrganisationSettings settings) {
        this.list = list;
        this.keeping = keeping;
        this.chooser = chooser;
        this.people = people;
        this.settings = settings;
    }

    private record Change(int version, ContractFacts facts) {}

    @GetMapping
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        List<ContractsPage.Row> current = new ArrayList<>();
        List<ContractsPage.Row> past = new ArrayList<>();
        for (Listed each : list.all()) {
            LocalDate to = each.facts().to();
            (to != null && to.isBefore(today) ? past : current).add(row(each, t));
        }
        return Page.of("plan/time/contracts", new ContractsPage(TimeMenu.tabs("contracts", t), current, past));
    }

    private static ContractsPage.Row row(Listed each, Words t) {
        ContractFacts facts = each.facts();
        List<String> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            BigDecimal hours = facts.week().on(day);
            if (hours.signum() > 0) {
                days.add(t.say("time.day.short", day.name()) + " " + t.hours(hours));
            }
        }
        return new ContractsPage.Row(
                each.id(),
                each.person(),
                t.say("time.source", facts.source().name()),
                t.say("time.per-week", t.hours(facts.week().total())),
                String.join(" · ", days),
                t.period(facts.from(), facts.to()),
                t.say("time.office-share", facts.officeShare()));
    }

    @GetMapping("/new")
    ModelAndView begin(Form asked, Words t) {
        Form form = ContractForms.blank(settings.today());
        return beginning(asked.filled("person") ? form.with("person", asked.value("person")) : form, t);
    }

    private ModelAndView beginning(Form form, Words t) {
        return page(new ContractFormPage(
                null,
                chooser.persons(form, "person", 1, List.of()),
                approver(form),
                ContractForms.sources(t),
                days(t),
                LIST,
                null,
                form));
    }

    @PostMapping
    ModelAndView create(Form form, Words t) {
        return form.submit(
                answers -> {
                    PersonId person = chooser.chosenPersons(form, "person", 1).first();
                    if (person == null && form.problem("person") == null) {
                        form.reject("person", "time.contract.who");
                    }
                    return ContractForms.read(
                            answers,
                            form,
                            person == null ? new PersonId(new UUID(0, 0)) : person,
                            chosenApprover(form));
                },
                facts -> {
                    keeping.agree(facts);
                    return Go.to(LIST).saying("time.contract.kept");
                },
                () -> beginning(form, t));
    }

    @GetMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, Words t) {
        ContractKeeping.Kept kept = keeping.one(id);
        return edit(kept, ContractForms.fill(Form.blank(), kept.facts()).at(kept.version()), t);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, Form form, Words t) {
        ContractKeeping.Kept kept = keeping.one(id);
        return form.submit(
                answers -> new Change(
                        answers.version(),
                        ContractForms.read(answers, form, kept.facts().person(), chosenApprover(form))),
                change -> {
                    keeping.change(id, change.version(), change.facts());
                    return Go.to(LIST).saying("time.contract.kept");
                },
                () -> edit(kept, form, t));
    }

    private ModelAndView edit(ContractKeeping.Kept kept, Form form, Words t) {
        PersonId person = kept.facts().person();
        PersonName name = people.personNames(List.of(person)).get(person);
        String url = LIST + "/" + kept.id();
        return page(new ContractFormPage(
                name == null ? "–" : name.name(),
                null,
                approver(form),
                ContractForms.sources(t),
                days(t),
                url,
                url + "/remove",
                form));
    }

    private Choosing approver(Form form) {
        return chooser.persons(form, APPROVER, 1, list.approvers());
    }

    private @Nullable PersonId chosenApprover(Form form) {
        return chooser.chosenPersons(form, APPROVER, 1).first();
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        keeping.remove(id);
        return Go.to(LIST).saying("time.contract.removed");
    }

    private static ModelAndView page(ContractFormPage page) {
        return Page.of("plan/time/contract", page);
    }

    private static List<String> days(Words t) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> t.say("time.day", day.name()))
                .toList();
    }
}
