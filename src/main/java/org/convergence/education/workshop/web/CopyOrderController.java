package org.convergence.education.workshop.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.WorkshopRequestId;
import org.convergence.education.workshop.domain.CopyHandOut;
import org.convergence.education.workshop.domain.WorkshopRequest;
import org.convergence.education.workshop.domain.WorkshopRequestFacts.CopyOrder;
import org.convergence.education.workshop.domain.WorkshopRequestService;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Hands out the copies of an order. */
@Controller
@RequestMapping("/education/workshop/requests/{id}/copies")
@Requires(WorkshopPermissions.EDIT)
record CopyOrderController(WorkshopRequestService requests, WorkshopRequestForm forms, CopyOrderFormatter orders) {

    @GetMapping
    ModelAndView open(@PathVariable WorkshopRequestId id, Words t) {
        WorkshopRequest it = requests.findById(id);
        return page(
                it,
                Form.blank()
                        .atVersion(it.version())
                        .with(WorkshopRequestForm.COPIES.name(), order(it).copies())
                        .with(
                                "batch",
                                orders.batches(order(it), t).stream()
                                        .findFirst()
                                        .map(Option::value)
                                        .orElse(null))
                        .with(WorkshopRequestForm.ORGANISATION, it.facts().organisation())
                        .with(WorkshopRequestForm.SETTING.name(), HandOutSetting.CLASS),
                t);
    }

    /** @throws NotFound if the request is no order */
    private static CopyOrder order(WorkshopRequest it) {
        CopyOrder order = it.facts().order();
        if (order == null) {
            throw new NotFound("order");
        }
        return order;
    }

    private ModelAndView page(WorkshopRequest it, Form form, Words t) {
        String url = WorkshopPage.url(it.typedId());
        return PageView.of(
                "education/workshop/copies",
                new WorkshopFormPage(
                        "workshop.copies",
                        it.facts().asker(),
                        url + "/copies",
                        url,
                        form,
                        Map.of("batch", orders.batches(order(it), t)),
                        forms.organisation(form),
                        null,
                        List.of(String.valueOf(orders.describe(order(it), t)))));
    }

    @PostMapping
    ModelAndView handOut(@PathVariable WorkshopRequestId id, Form form, Words t) {
        WorkshopRequest it = requests.findById(id);
        return form.submit(
                answers -> read(answers, it, t),
                input -> {
                    UUID handOut = requests.handOut(id, input);
                    String url = WorkshopPage.url(id);
                    return SeeOther.to(url)
                            .withNotice("workshop.copies.done", input.copies())
                            .withUndo(url + "/copies/" + handOut + "/take-back");
                },
                () -> page(it, form, t));
    }

    private CopyHandOut read(FormValues answers, WorkshopRequest it, Words t) {
        UUID batch = answers.id("batch");
        if (orders.batches(order(it), t).stream().noneMatch(each -> each.value().equals(batch.toString()))) {
            answers.reject("batch", "shell.form.choice");
        }
        OrganisationId receiver = forms.readOrganisation(answers);
        return new CopyHandOut(
                answers.version(),
                batch,
                answers.get(WorkshopRequestForm.COPIES),
                answers.get(WorkshopRequestForm.SETTING),
                receiver,
                answers.checkbox("more"));
    }

    @PostMapping("/{handOut}/take-back")
    ModelAndView takeBack(@PathVariable WorkshopRequestId id, @PathVariable UUID handOut) {
        requests.takeBack(id, handOut);
        return SeeOther.to(WorkshopPage.url(id)).withNotice("workshop.request.reopened");
    }
}
