package org.convergence.outreach.assembly.web;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.outreach.assembly.domain.BodyQueries;
import org.convergence.outreach.assembly.domain.Requisition;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionFacts;
import org.convergence.outreach.assembly.domain.Requisition.RequisitionId;
import org.convergence.outreach.assembly.domain.RequisitionPolicy;
import org.convergence.outreach.assembly.domain.RequisitionService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Records and corrects requests of members for a special assembly (R-GOV-5). */
@Controller
@RequestMapping("/outreach/assembly")
@Requires(AssemblyPermissions.PREPARE)
record RequisitionController(RequisitionService requisitions, BodyQueries bodies, OrganisationSettings settings) {

    private static final int MOST = 100_000;

    private record VersionedFacts(int version, RequisitionFacts facts) {}

    @GetMapping("/bodies/{id}/requisitions/new")
    ModelAndView note(@PathVariable UUID id) {
        return page(new BodyId(id), null, Form.blank().with("receivedOn", settings.today()));
    }

    @PostMapping("/bodies/{id}/requisitions/new")
    ModelAndView note(@PathVariable UUID id, Form form) {
        return save(new BodyId(id), null, form);
    }

    @GetMapping("/requisitions/{id}")
    ModelAndView correct(@PathVariable RequisitionId id) {
        Requisition it = requisitions.findById(id);
        return page(
                it.body(),
                id,
                Form.blank()
                        .with("receivedOn", it.receivedOn())
                        .with("business", it.business())
                        .with("members", it.members())
                        .with("entitled", it.entitled())
                        .with("withdrawnOn", it.withdrawnOn())
                        .atVersion(it.version()));
    }

    @PostMapping("/requisitions/{id}")
    ModelAndView correct(@PathVariable RequisitionId id, Form form) {
        return save(requisitions.findById(id).body(), id, form);
    }

    private ModelAndView save(BodyId body, @Nullable RequisitionId id, Form form) {
        return form.submit(
                answers -> new VersionedFacts(id == null ? 0 : answers.version(), read(form, answers, id == null)),
                it -> requisitions.save(body, id, it.version(), it.facts()),
                SeeOther.to(AssemblyUrls.body(body.value()) + "#requisitions").withNotice("assembly.saved"),
                () -> page(body, id, form));
    }

    /** Reads what page and API say; a new request stands, so that its withdrawal is not read. */
    static RequisitionFacts read(Form form, FormValues answers, boolean isNew) {
        int members = answers.wholeNumber("members", 1, MOST);
        int entitled = answers.wholeNumber("entitled", 1, MOST);
        if (members > entitled) {
            form.reject("members", "assembly.refused.requisition-members", entitled);
        }
        LocalDate received = answers.date("receivedOn");
        LocalDate withdrawn = isNew ? null : answers.optionalDate("withdrawnOn");
        if (withdrawn != null && withdrawn.isBefore(received)) {
            form.reject("withdrawnOn", "assembly.refused.order");
        }
        return new RequisitionFacts(received, answers.text("business", 5_000), members, entitled, withdrawn);
    }

    private ModelAndView page(BodyId body, @Nullable RequisitionId id, Form form) {
        return PageView.of(
                "outreach/assembly/requisition-form",
                AssemblyFormPage.of(
                        id == null ? "assembly.requisition.new" : "assembly.requisition.edit",
                        BodyController.about(bodies.findById(body)),
                        id == null
                                ? AssemblyUrls.body(body.value()) + "/requisitions/new"
                                : AssemblyUrls.HOME + "/requisitions/" + id.value(),
                        form));
    }

    /** The last day to hold an assembly that members require, until one is called. */
    @Bean
    static DueWorkSource requisitionDueWork() {
        return DueWorkSource.of(
                AssemblyPermissions.READ,
                AssemblyPermissions.PREPARE,
                """
                SELECT 'REQUISITION' AS kind, q.id, q.body AS subject, q.received_on + %d AS due_on, 'SET' AS day_kind,
                       NULL::uuid AS owner, 'OURS' AS place, b.name AS title, q.members::text AS detail
                  FROM outreach.assembly_requisition q
                  JOIN outreach.assembly_body b ON b.id = q.body
                  LEFT JOIN outreach.assembly_meeting m ON m.id = q.meeting AND m.state <> 'CANCELLED'
                 WHERE q.withdrawn_on IS NULL AND m.id IS NULL AND q.members * %d >= q.entitled
                """.formatted(RequisitionPolicy.DAYS, RequisitionPolicy.SHARE),
                (row, t) -> new DueWork(
                        "outreach.assembly/requisition/" + row.id(),
                        t.say("assembly.requisition.due", row.title()),
                        AssemblyUrls.body(row.subject()) + "#requisitions",
                        t.say("assembly.requisition.due.detail", row.detail() == null ? "" : row.detail())));
    }
}
