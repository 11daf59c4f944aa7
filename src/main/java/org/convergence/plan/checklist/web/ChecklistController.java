package org.convergence.plan.checklist.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.plan.checklist.ChecklistSubject.ChecklistRecord;
import org.convergence.plan.checklist.Checklists.ChecklistContent;
import org.convergence.plan.checklist.domain.ChecklistItem;
import org.convergence.plan.checklist.domain.ChecklistService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageAddress;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** One item: adding it, changing it, completing it with its proof. */
@Controller
@RequestMapping("/plan/checklist")
@Requires(ChecklistPermissions.EDIT)
record ChecklistController(ChecklistService checklists, PartyChooser chooser, DocumentService documents) {

    static final String OWNER = "owner";

    @GetMapping("/{kind}/{subject}/new")
    ModelAndView add(@PathVariable String kind, @PathVariable UUID subject) {
        return newPage(kind, subject, Form.blank());
    }

    @PostMapping("/{kind}/{subject}/new")
    ModelAndView add(@PathVariable String kind, @PathVariable UUID subject, Form form) {
        ChecklistRecord about = checklists.findSubject(kind, subject);
        return form.submit(
                this::read,
                content -> checklists.add(kind, subject, content),
                SeeOther.to(about.url()).withNotice("checklist.saved"),
                () -> newPage(kind, subject, form));
    }

    private ModelAndView newPage(String kind, UUID subject, Form form) {
        return page(
                checklists.findSubject(kind, subject),
                "/plan/checklist/" + kind + "/" + subject + "/new",
                null,
                form,
                Form.blank());
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable ChecklistItemId id) {
        ChecklistItem item = checklists.findById(id);
        return itemPage(item, opened(item), proof(item));
    }

    @PostMapping("/{id}")
    ModelAndView update(@PathVariable ChecklistItemId id, Form form) {
        ChecklistItem item = checklists.findById(id);
        return form.submit(
                answers -> new ItemInput(answers.version(), read(answers)),
                input -> checklists.update(id, input.version(), input.content()),
                SeeOther.to(subject(item).url()).withNotice("checklist.saved"),
                () -> itemPage(item, form, proof(item)));
    }

    /** Completes the items that are ticked, and those whose proof is written, each as on its own page. */
    @PostMapping("/{kind}/{subject}/complete")
    ModelAndView completeSeveral(@PathVariable String kind, @PathVariable UUID subject, Form form) {
        SeeOther back = SeeOther.to(checklists.findSubject(kind, subject).url() + "#checklist");
        return form.submit(
                ChecklistController::readTicks,
                ticks -> {
                    ticks.forEach(each -> checklists.complete(each.id(), each.version(), each.proof(), null));
                    return back.withNotice("checklist.completed.several", ticks.size());
                },
                () -> back.withWarning(
                        form.problems().get(0).key(),
                        form.problems().get(0).arguments().toArray()));
    }

    private record TickedItem(
            ChecklistItemId id, int version, @Nullable String proof) {}

    private static List<TickedItem> readTicks(FormValues answers) {
        Set<UUID> ticked = Set.copyOf(answers.ids("item"));
        List<TickedItem> ticks = new ArrayList<>();
        for (UUID each : answers.ids("listed")) {
            String proof = answers.optionalText("proof-" + each, ChecklistItemPage.LONGEST_PROOF);
            if (proof != null || ticked.contains(each)) {
                ticks.add(new TickedItem(
                        new ChecklistItemId(each),
                        answers.wholeNumber("version-" + each, 0, Integer.MAX_VALUE),
                        proof));
            }
        }
        if (ticks.isEmpty()) {
            answers.reject("item", "checklist.refused.none");
        }
        return ticks;
    }

    private record ItemInput(int version, ChecklistContent content) {}

    @PostMapping("/{id}/complete")
    ModelAndView complete(@PathVariable ChecklistItemId id, Form form) {
        ChecklistItem item = checklists.findById(id);
        return form.submit(
                answers ->
                        new ProofInput(answers.version(), answers.find(ChecklistItemPage.PROOF), answers.file("file")),
                input -> complete(id, input),
                SeeOther.to(subject(item).url())
                        .withNotice("checklist.completed", item.label())
                        .withUndo("/plan/checklist/" + id.value() + "/reopen"),
                () -> itemPage(item, opened(item), form));
    }

    private record ProofInput(
            int version, @Nullable String proof, @Nullable MultipartFile file) {}

    private void complete(ChecklistItemId id, ProofInput input) {
        MultipartFile file = input.file();
        if (file == null) {
            checklists.complete(id, input.version(), input.proof(), null);
            return;
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            checklists.complete(id, input.version(), input.proof(), prepared);
        }
    }

    @PostMapping("/{id}/reopen")
    ModelAndView reopen(@PathVariable ChecklistItemId id) {
        ChecklistItem item = checklists.findById(id);
        checklists.reopen(id);
        return SeeOther.to(subject(item).url()).withNotice("checklist.reopened");
    }

    private ChecklistRecord subject(ChecklistItem item) {
        return checklists.findSubject(item.kind(), item.subject());
    }

    private ChecklistContent read(FormValues answers) {
        String label = answers.get(ChecklistItemPage.LABEL);
        LocalDate due = answers.find(ChecklistItemPage.DUE_ON);
        return new ChecklistContent(
                label, chooser.chosenPersons(answers.form(), OWNER, 1).first(), due);
    }

    private static Form opened(ChecklistItem item) {
        return Form.blank()
                .atVersion(item.version())
                .with(ChecklistItemPage.LABEL.name(), item.label())
                .with(OWNER, item.owner())
                .with(ChecklistItemPage.DUE_ON.name(), item.dueOn());
    }

    private static Form proof(ChecklistItem item) {
        return Form.named("proof").atVersion(item.version()).with(ChecklistItemPage.PROOF.name(), item.proof());
    }

    private ModelAndView itemPage(ChecklistItem item, Form form, Form proof) {
        return page(subject(item), "/plan/checklist/" + item.id(), item, form, proof);
    }

    private static String help(ChecklistItem item) {
        LocalDate due = item.dueOn();
        return PageAddress.of("/plan/volunteering/new")
                .with("what", item.label())
                .with("dueOn", due == null ? null : due.toString())
                .toString();
    }

    private ModelAndView page(
            ChecklistRecord about, String action, @Nullable ChecklistItem item, Form form, Form proof) {
        return PageView.of(
                "plan/checklist/item",
                new ChecklistItemPage(
                        about.title(),
                        item == null ? null : item.label(),
                        about.url(),
                        action,
                        item == null || item.code() != null ? null : action + "/complete",
                        item == null || item.doneOn() == null ? null : action + "/reopen",
                        item == null || item.code() != null || item.doneOn() != null ? null : help(item),
                        form,
                        proof,
                        chooser.persons(form, OWNER, 1, List.of())));
    }
}
