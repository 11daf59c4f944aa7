package org.convergence.directory.consent.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.consent.domain.IncidentService;
import org.convergence.directory.consent.domain.IncidentService.IncidentFacts;
import org.convergence.directory.consent.domain.IncidentService.PrivacyIncident;
import org.convergence.directory.consent.web.PrivacyPage.IncidentPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.ChangeHistory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** An incident of the register: creating and updating it. */
@Controller
@RequestMapping("/directory/consent/privacy/incidents")
@Requires(ConsentPermissions.PRIVACY)
record IncidentController(IncidentService incidents) {

    private static final String URL = PrivacyController.DESK + "/incidents";

    private record IncidentChange(int version, IncidentFacts facts) {}

    @GetMapping("/new")
    ModelAndView blank(Words t) {
        return page(URL, Form.blank(), List.of(), t);
    }

    @PostMapping
    ModelAndView enter(Form form, Words t) {
        return form.submit(
                IncidentController::read,
                facts -> incidents.create(facts),
                SeeOther.to(PrivacyController.DESK).withNotice("consent.incident.entered"),
                () -> page(URL, form, List.of(), t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        return page(URL + "/" + id, form(incidents.findById(id)), incidents.findChanges(id), t);
    }

    @PostMapping("/{id}")
    ModelAndView complete(@PathVariable UUID id, Form form, Words t) {
        incidents.findById(id);
        return form.submit(
                answers -> new IncidentChange(answers.version(), read(answers)),
                change -> incidents.update(id, change.version(), change.facts()),
                SeeOther.to(PrivacyController.DESK).withNotice("consent.incident.completed"),
                () -> page(URL + "/" + id, form, incidents.findChanges(id), t));
    }

    private static ModelAndView page(String action, Form form, List<AuditEntry> changes, Words t) {
        return PageView.of(
                "directory/consent/incident",
                new IncidentPage(action, form, ChangeHistory.of(changes, "consent.incident", t)));
    }

    private static Form form(PrivacyIncident it) {
        IncidentFacts facts = it.facts();
        return Form.blank()
                .atVersion(it.version())
                .with("information", facts.information())
                .with("circumstances", facts.circumstances())
                .with("happened", facts.happened())
                .with("known", facts.knownOn())
                .with("persons", facts.persons())
                .with("assessment", facts.assessment())
                .with("serious", facts.serious())
                .with("commission", facts.commissionToldOn())
                .with("told", facts.personsToldOn())
                .with("public", facts.publicNotice())
                .with("measures", facts.measures());
    }

    private static IncidentFacts read(FormValues answers) {
        return new IncidentFacts(
                answers.text("information", IncidentFacts.LONGEST_TEXT),
                answers.text("circumstances", IncidentFacts.LONGEST_TEXT),
                answers.text("happened", IncidentFacts.LONGEST_LINE),
                answers.date("known"),
                answers.text("persons", IncidentFacts.LONGEST_LINE),
                answers.text("assessment", IncidentFacts.LONGEST_TEXT),
                answers.checkbox("serious"),
                answers.optionalDate("commission"),
                answers.optionalDate("told"),
                answers.optionalText("public", IncidentFacts.LONGEST_NOTICE),
                answers.text("measures", IncidentFacts.LONGEST_TEXT));
    }
}
