package org.convergence.plan.time.web;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.ContractQueries;
import org.convergence.plan.time.domain.ContractQueries.ListedContract;
import org.convergence.plan.time.domain.ContractService;
import org.convergence.plan.time.domain.ContractTerms;
import org.convergence.plan.time.web.ContractsPage.ContractFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
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
record ContractController(
        ContractQueries list,
        ContractService contracts,
        PartyChooser chooser,
        PeopleDirectory people,
        OrganisationSettings settings) {

    private static final String LIST = TimeMenu.ROOM + "/contracts";
    private static final String APPROVER = "approver";

    private record ContractChange(int version, ContractTerms facts) {}

    @GetMapping
    ModelAndView list(Words t) {
        LocalDate today = settings.today();
        List<ContractsPage.ContractRow> current = new ArrayList<>();
        List<ContractsPage.ContractRow> past = new ArrayList<>();
        for (ListedContract each : list.findAll()) {
            LocalDate to = each.facts().to();
            (to != null && to.isBefore(today) ? past : current).add(row(each, t));
        }
        return PageView.of("plan/time/contracts", new ContractsPage(TimeMenu.tabs("contracts", t), current, past));
    }

    private static ContractsPage.ContractRow row(ListedContract each, Words t) {
        ContractTerms facts = each.facts();
        List<String> days = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            BigDecimal hours = facts.week().hoursOn(day);
            if (hours.signum() > 0) {
                days.add(t.say("time.day.short", day.name()) + " " + t.hours(hours));
            }
        }
        return new ContractsPage.ContractRow(
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
        Form form = ContractForm.blank(settings.today());
        return beginning(asked.filled("person") ? form.with("person", asked.value("person")) : form, t);
    }

    private ModelAndView beginning(Form form, Words t) {
        return page(new ContractFormPage(
                null,
                chooser.persons(form, "person", 1, List.of()),
                approver(form),
                ContractForm.sources(t),
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
                    return ContractForm.read(
                            answers,
                            form,
                            person == null ? new PersonId(new UUID(0, 0)) : person,
                            chosenApprover(form));
                },
                facts -> contracts.create(facts),
                SeeOther.to(LIST).withNotice("time.contract.kept"),
                () -> beginning(form, t));
    }

    @GetMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, Words t) {
        ContractService.VersionedContract kept = contracts.findById(id);
        return edit(kept, ContractForm.fill(Form.blank(), kept.facts()).atVersion(kept.version()), t);
    }

    @PostMapping("/{id}")
    ModelAndView change(@PathVariable UUID id, Form form, Words t) {
        ContractService.VersionedContract kept = contracts.findById(id);
        return form.submit(
                answers -> new ContractChange(
                        answers.version(),
                        ContractForm.read(answers, form, kept.facts().person(), chosenApprover(form))),
                change -> contracts.update(id, change.version(), change.facts()),
                SeeOther.to(LIST).withNotice("time.contract.kept"),
                () -> edit(kept, form, t));
    }

    private ModelAndView edit(ContractService.VersionedContract kept, Form form, Words t) {
        PersonId person = kept.facts().person();
        PersonName name = people.personNames(List.of(person)).get(person);
        String url = LIST + "/" + kept.id();
        return page(new ContractFormPage(
                name == null ? "–" : name.name(),
                null,
                approver(form),
                ContractForm.sources(t),
                days(t),
                url,
                url + "/remove",
                form));
    }

    private ChooserField approver(Form form) {
        return chooser.persons(form, APPROVER, 1, list.findApprovers());
    }

    private @Nullable PersonId chosenApprover(Form form) {
        return chooser.chosenPersons(form, APPROVER, 1).first();
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        contracts.delete(id);
        return SeeOther.to(LIST).withNotice("time.contract.removed");
    }

    private static ModelAndView page(ContractFormPage page) {
        return PageView.of("plan/time/contract", page);
    }

    private static List<String> days(Words t) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> t.say("time.day", day.name()))
                .toList();
    }
}
