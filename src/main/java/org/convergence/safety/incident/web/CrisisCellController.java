package org.convergence.safety.incident.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.ContactLookup.PersonContact;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.CrisisCellService;
import org.convergence.safety.incident.domain.CrisisCellService.CellDuty;
import org.convergence.safety.incident.domain.CrisisCellService.CrisisCell;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.web.SafetyIncidentPage.CrisisCellPage;
import org.convergence.safety.incident.web.SafetyIncidentPage.DutyRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The crisis cell of an incident: duties with numbers to call, and decisions with their hour. */
@Controller
@RequestMapping("/safety/incident/{id}/cell")
@Requires(IncidentPermissions.FOLLOW)
record CrisisCellController(CrisisCellService cells, SafetyIncidentForm forms) {

    static String url(SafetyIncidentId id) {
        return SafetyIncidentPage.url(id) + "/cell";
    }

    @GetMapping
    ModelAndView show(@PathVariable SafetyIncidentId id, Words t) {
        return page(id, null, null, t);
    }

    private record DutiesInput(int version, Map<CellDuty, PersonId> duties) {}

    @PostMapping
    ModelAndView save(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return form.submit(
                CrisisCellController::readDuties,
                input -> {
                    cells.save(id, input.version(), input.duties());
                    return SeeOther.to(url(id)).withNotice("incident.saved");
                },
                () -> page(id, form, null, t));
    }

    private static DutiesInput readDuties(FormValues answers) {
        Map<CellDuty, PersonId> duties = new EnumMap<>(CellDuty.class);
        for (CellDuty duty : CellDuty.values()) {
            UUID person = answers.optionalId(field(duty));
            if (person != null) {
                duties.put(duty, new PersonId(person));
            }
        }
        return new DutiesInput(answers.version(), duties);
    }

    @PostMapping("/decisions")
    ModelAndView decide(@PathVariable SafetyIncidentId id, Form form, Words t) {
        return form.submit(
                answers -> forms.readTold(answers, SafetyIncidentForm.DECISION),
                text -> {
                    cells.addDecision(id, text);
                    return SeeOther.to(url(id)).withNotice("incident.cell.decided");
                },
                () -> page(id, null, form, t));
    }

    private static String field(CellDuty duty) {
        return "duty-" + duty.name();
    }

    private ModelAndView page(SafetyIncidentId id, @Nullable Form members, @Nullable Form decision, Words t) {
        CrisisCell cell = cells.find(id);
        boolean isOpen = cell.incident().closedOn() == null;
        Form filled = Form.named("cell").atVersion(cell.incident().version());
        for (CellDuty duty : CellDuty.values()) {
            PersonContact contact = cell.contact(duty);
            filled = filled.with(
                    field(duty), contact == null ? null : contact.who().id());
        }
        return PageView.of(
                "safety/incident/cell",
                new CrisisCellPage(
                        url(id),
                        SafetyIncidentPage.url(id),
                        t.say("incident.title", cell.incident().code()),
                        Arrays.stream(CellDuty.values())
                                .map(each -> row(each, cell.contact(each), t))
                                .toList(),
                        cell.decisions().stream()
                                .map(each -> SafetyIncidentPageAssembler.told(each, t))
                                .toList(),
                        !isOpen ? null : members != null ? members : filled,
                        options(cell, t),
                        !isOpen ? null : decision != null ? decision : Form.named("decision")));
    }

    private static List<Option> options(CrisisCell cell, Words t) {
        return cell.people().stream()
                .map(each -> Option.of(each.who().id(), each.who().name()))
                .sorted((one, other) -> t.order().compare(one.label(), other.label()))
                .toList();
    }

    private static DutyRow row(CellDuty duty, @Nullable PersonContact contact, Words t) {
        if (contact == null) {
            return new DutyRow(field(duty), t.say(duty.key()), t.say("incident.cell.vacant"), null);
        }
        String phone = contact.phone();
        return new DutyRow(
                field(duty),
                t.say(duty.key()),
                contact.who().name() + " · " + (phone == null ? t.say("incident.cell.no-number") : phone),
                phone == null ? null : phone.replaceAll("[^0-9+]", ""));
    }
}
