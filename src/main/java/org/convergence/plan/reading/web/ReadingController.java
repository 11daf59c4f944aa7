package org.convergence.plan.reading.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.reading.ReadingPermissions;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Starts the import of a written plan: choose its file, or continue with a pending draft. */
@Controller
@RequestMapping("/plan/reading")
@Requires(ReadingPermissions.IMPORT)
class ReadingController {

    private final PlanImportService planImportService;

    ReadingController(PlanImportService planImportService) {
        this.planImportService = planImportService;
    }

    @GetMapping
    ModelAndView start() {
        return start(Form.blank());
    }

    private ModelAndView start(Form form) {
        return PageView.of("plan/reading/start", new PlanUploadPage(form, planImportService.findPending()));
    }

    @PostMapping
    ModelAndView read(Form form) {
        return form.submit(
                answers -> {
                    List<MultipartFile> files = answers.files("file");
                    if (files.isEmpty()) {
                        form.reject("file", "reading.file.missing");
                    }
                    return files;
                },
                files -> {
                    MultipartFile file = files.get(0);
                    String name = file.getOriginalFilename();
                    UUID draft = planImportService.createDraft(name == null ? "" : name, file);
                    return SeeOther.to("/plan/reading/" + draft);
                },
                () -> start(form));
    }

    @PostMapping("/{draft}/discard")
    ModelAndView discard(@PathVariable UUID draft) {
        planImportService.delete(draft);
        return SeeOther.to("/plan/reading").withNotice("reading.discarded");
    }

    @Bean
    static AddButtonEntry readingEntry() {
        return AddButtonEntry.of(90, "reading.add", "/plan/reading", ReadingPermissions.IMPORT)
                .firstUnder("/plan/actionplan");
    }
}
