package org.convergence.cooperation.project.web;

import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.FrameworkImportKind;
import org.convergence.cooperation.project.domain.FrameworkImportKind.FrameworkImport;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.FrameworkFilePage;
import org.convergence.cooperation.project.web.ProjectPage.FrameworkPage.FrameworkStartPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.web.AbstractImportController;
import org.convergence.platform.imports.web.ImportControllerSupport;
import org.convergence.platform.imports.web.ImportPage;
import org.convergence.platform.imports.web.ImportStartPage;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Brings the measurement framework of a project in from a file. */
@Controller
@RequestMapping("/cooperation/project/frameworks")
@Requires(ProjectPermissions.EDIT)
class FrameworkImportController extends AbstractImportController {

    static final String URL = ProjectPage.LIST + "/frameworks";

    private static final int MOST = 200;

    private final ProjectQueries projects;

    FrameworkImportController(ImportControllerSupport support, FrameworkImportKind kind, ProjectQueries projects) {
        super(URL, support, List.of(kind));
        this.projects = projects;
    }

    /** The first page, with the project from which it was opened. */
    @GetMapping("/for/{project}")
    ModelAndView startFor(@PathVariable ProjectId project, Words t) {
        return start(Form.blank().with("project", projects.findById(project).id()), t);
    }

    @Override
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of(
                "cooperation/project/framework-start",
                new FrameworkStartPage(
                        page,
                        projects.search("", MOST).stream()
                                .map(each -> Option.of(each.id(), each.title()))
                                .toList()));
    }

    @Override
    protected Json chosen(ImportKind kind, FormValues answers, Words t) {
        UUID project = answers.id("project");
        projects.findById(new ProjectId(project));
        return Json.of(new FrameworkImport(project));
    }

    @Override
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        ProjectId project = file.choices().as(FrameworkImport.class).id();
        return PageView.of(
                "cooperation/project/framework-file",
                new FrameworkFilePage(
                        page,
                        ProjectPage.url(project) + "/framework",
                        projects.findById(project).title()));
    }
}
