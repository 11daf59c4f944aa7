package org.convergence.directory.people.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.directory.people.domain.imports.Field;
import org.convergence.directory.people.domain.imports.ImportBoard;
import org.convergence.directory.people.domain.imports.ImportFile;
import org.convergence.directory.people.domain.imports.Imports;
import org.convergence.directory.people.domain.imports.Known;
import org.convergence.directory.people.domain.imports.Subject;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Bringing in a list: choose the file, correct its columns, see what will become of it, enter it, take it back. */
@Controller
@RequestMapping("/directory/people/imports")
@Requires(PeoplePermissions.IMPORT)
class ListImportController {

    private final Imports imports;
    private final ImportBoard board;
    private final ListImportPages pages;

    ListImportController(Imports imports, ImportBoard board, ListImportPages pages) {
        this.imports = imports;
        this.board = board;
        this.pages = pages;
    }

    private record Choice(Subject subject, MultipartFile file) {}

    private record Columns(int version, List<@Nullable Field> fields, Known known) {}

    @GetMapping
    ModelAndView start(Words t) {
        return start(Form.blank().with("subject", Subject.ORGANISATIONS), t);
    }

    private ModelAndView start(Form form, Words t) {
        List<ImportsPage.Row> latest =
                board.latest().stream().map(file -> row(file, t)).toList();
        List<Option> subjects = Arrays.stream(Subject.values())
                .map(subject -> Option.of(subject, t.say(subject.key())))
                .toList();
        return Page.of("directory/people/imports", new ImportsPage(form, subjects, latest));
    }

    private static ImportsPage.Row row(ImportFile file, Words t) {
        Tone tone =
                switch (file.state()) {
                    case DRAFT -> Tone.AHEAD;
                    case RUNNING, UNDOING -> Tone.ACTIVE;
                    case DONE -> Tone.OK;
                    case UNDONE -> Tone.REST;
                };
        return new ImportsPage.Row(
                ListImportPages.url(file.id()),
                file.fileName(),
                t.say(file.subject().key()) + " · " + t.say("people.import.lines", file.rows()) + " · "
                        + file.createdBy() + " · " + t.dateTime(file.createdAt()),
                tone,
                t.say("people.import.state." + file.state().name()));
    }

    @PostMapping
    ModelAndView read(Form form, Words t) {
        return form.submit(
                answers -> {
                    List<MultipartFile> files = answers.files("file");
                    Subject subject = answers.choice("subject", Subject.class);
                    if (files.isEmpty()) {
                        form.reject("file", "people.import.file.missing");
                        throw new IllegalArgumentException("a file is missing, as the form says");
                    }
                    return new Choice(subject, files.get(0));
                },
                choice -> {
                    String name = choice.file().getOriginalFilename();
                    try (InputStream content = choice.file().getInputStream()) {
                        UUID id = imports.read(
                                choice.subject(), name == null ? "" : name, content, t.say("people.import.untitled"));
                        return Go.to(ListImportPages.url(id));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                () -> start(form, t));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        return page(id, ListImportPages.form(board.open(id)), asked, t);
    }

    private ModelAndView page(UUID id, Form form, Form asked, Words t) {
        return Page.of("directory/people/import", pages.of(id, form, asked, t));
    }

    @PostMapping("/{id}/columns")
    ModelAndView map(@PathVariable UUID id, Form form, Words t) {
        ImportFile file = board.open(id);
        return form.submit(
                answers -> columns(form, answers, file),
                columns -> {
                    imports.map(id, columns.version(), columns.fields(), columns.known());
                    return Go.to(ListImportPages.url(id)).saying("people.import.mapped");
                },
                () -> page(id, form, Form.blank(), t));
    }

    private static Columns columns(Form form, Answers answers, ImportFile file) {
        List<@Nullable Field> fields = new ArrayList<>();
        for (int column = 0; column < file.head().size(); column++) {
            Field field = answers.optionalChoice("column" + column, Field.class);
            if (field != null && !field.isOf(file.subject())) {
                form.reject("column" + column, "shell.form.choice");
            } else if (field != null && !field.mayRepeat() && fields.contains(field)) {
                form.reject("column" + column, "people.import.twice");
            }
            fields.add(field);
        }
        return new Columns(answers.version(), fields, answers.choice("known", Known.class));
    }

    @PostMapping("/{id}/run")
    ModelAndView run(@PathVariable UUID id, Form form, Words t) {
        return form.submit(
                answers -> answers.version(),
                version -> {
                    imports.run(id, version);
                    return Go.to(ListImportPages.url(id));
                },
                () -> page(id, ListImportPages.form(board.open(id)), Form.blank(), t));
    }

    /** The work as it stands; once it has ended, the page is fetched anew. */
    @GetMapping("/{id}/work")
    ModelAndView work(@PathVariable UUID id, Words t, HttpServletResponse response) {
        ImportPage page = pages.of(id, Form.blank(), Form.blank(), t);
        if (!page.running()) {
            response.setHeader("HX-Redirect", page.url());
        }
        return Page.either("directory/people/import", "directory/people/import-work", page);
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable UUID id) {
        imports.stop(id);
        return Go.to(ListImportPages.url(id)).saying("people.import.stopping");
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(@PathVariable UUID id) {
        imports.resume(id);
        return Go.to(ListImportPages.url(id));
    }

    @PostMapping("/{id}/end")
    ModelAndView leaveAtThat(@PathVariable UUID id) {
        imports.leaveAtThat(id);
        return Go.to(ListImportPages.url(id));
    }

    @PostMapping("/{id}/undo")
    ModelAndView undo(@PathVariable UUID id) {
        imports.undo(id);
        return Go.to(ListImportPages.url(id));
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id) {
        imports.discard(id);
        return Go.to(ListImportPages.LIST).saying("people.import.discarded");
    }

    /** The lines that were left aside, to be corrected and brought in again. */
    @GetMapping("/{id}/aside.csv")
    void aside(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        ImportFile file = board.open(id);
        response.setContentType(TableFormat.CSV.mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(t.say("people.import.aside.file") + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        TableWriter.write(
                TableFormat.CSV,
                file.fileName(),
                file.head(),
                board.aside(id).iterator(),
                t,
                response.getOutputStream());
    }
}
