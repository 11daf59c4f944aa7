package org.convergence.platform.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.shell.FileDownload;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.table.TableFormat;
import org.convergence.platform.table.TableWriter;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of an import: choose the file, correct its columns, preview each line, enter it, undo it. A module's
 * controller extends it with an address, a permission, its kinds of lists, and further choices.
 */
public abstract class AbstractImportController {

    private final String list;
    private final ImportControllerSupport importControllerSupport;
    private final List<? extends ImportKind> kinds;

    /** @param list the address of the first page, under which the others are */
    protected AbstractImportController(
            String list, ImportControllerSupport importControllerSupport, List<? extends ImportKind> kinds) {
        this.list = list;
        this.importControllerSupport = importControllerSupport;
        this.kinds = kinds;
    }

    private record UploadCommand(ImportKind kind, MultipartFile file, Json choices) {}

    private record ColumnsCommand(int version, List<@Nullable ImportColumn> columns, Json choices) {}

    /** The kind of list, if there is a choice. */
    protected ImportKind chosen(FormValues answers) {
        return kinds.get(0);
    }

    /** The initial choices besides the columns, as far as they were sent with the file. */
    protected Json chosen(ImportKind kind, FormValues answers, Words t) {
        return kind.choices(t);
    }

    /** The kinds of list to choose from, if there are several; none is chosen before, for people would enter as organisations. */
    protected List<Option> subjects(Words t) {
        return List.of();
    }

    /** Fills the form with the choices besides the columns. */
    protected void fill(Form form, ImportFile file) {}

    /** Reads the choices besides the columns. */
    protected Json choices(ImportFile file, Form form, FormValues answers) {
        return file.choices();
    }

    /** The first page. */
    protected ModelAndView start(ImportStartPage page) {
        return PageView.of("platform/imports/start", page);
    }

    /** The same, of a kind that says more in words on it. */
    protected ModelAndView start(ImportStartPage page, Words t) {
        return start(page);
    }

    /** The page of a file, with the choices besides the columns. */
    protected ModelAndView page(ImportPage page, ImportFile file, Words t) {
        return PageView.of("platform/imports/file", page);
    }

    /** Further details of rows, by their numbers. */
    protected Map<Integer, String> details(ImportFile file, List<ImportRow> rows, Words t) {
        return Map.of();
    }

    /** Known records that resemble rows which would create a new one, by row number. */
    protected Map<Integer, List<ImportPage.SimilarRecord>> findSimilar(ImportFile file, List<ImportRow> rows, Words t) {
        return Map.of();
    }

    /** The address of a created record; {@code null} if it has none. */
    protected @Nullable String recordAddress(ImportedRecord made) {
        return null;
    }

    @GetMapping
    ModelAndView start(Words t) {
        return start(Form.blank(), t);
    }

    /** The first page, with a form filled by its address. */
    protected final ModelAndView start(Form form, Words t) {
        List<ImportStartPage.ImportFileRow> latest = importControllerSupport.board().findLatest(kinds).stream()
                .map(file -> row(file, t))
                .toList();
        return start(new ImportStartPage(list, kinds.get(0).key(), form, subjects(t), most(t), latest), t);
    }

    private String most(Words t) {
        boolean same =
                kinds.stream().map(kind -> kind.limits().rows()).distinct().count() == 1;
        return kinds.stream()
                .limit(same ? 1 : kinds.size())
                .map(kind -> same
                        ? t.say("imports.file.most", kind.limits().rows())
                        : t.say(
                                "imports.file.most-of",
                                t.say(kind.labelKey()),
                                kind.limits().rows()))
                .collect(Collectors.joining(" "));
    }

    private ImportStartPage.ImportFileRow row(ImportFile file, Words t) {
        Tone tone =
                switch (file.state()) {
                    case DRAFT -> Tone.AHEAD;
                    case RUNNING, UNDOING -> Tone.ACTIVE;
                    case DONE -> Tone.OK;
                    case UNDONE -> Tone.REST;
                };
        return new ImportStartPage.ImportFileRow(
                url(file),
                file.name(),
                t.say(file.kind().labelKey()) + " · " + t.say("imports.lines", file.rows()) + " · " + file.createdBy()
                        + " · " + t.dateTime(file.createdAt()),
                tone,
                t.say("imports.state." + file.state().name()));
    }

    @PostMapping
    ModelAndView read(Form form, Words t) {
        return form.submit(
                answers -> {
                    MultipartFile file = answers.file("file");
                    ImportKind kind = chosen(answers);
                    Json choices = chosen(kind, answers, t);
                    if (file == null) {
                        form.reject("file", "imports.file.missing");
                        throw new IllegalArgumentException("a file is missing, as the form says");
                    }
                    return new UploadCommand(kind, file, choices);
                },
                choice -> SeeOther.to(list + "/" + read(choice)),
                () -> start(form, t));
    }

    private UUID read(UploadCommand choice) {
        String name = choice.file().getOriginalFilename();
        try (InputStream content = choice.file().getInputStream()) {
            return importControllerSupport
                    .imports()
                    .upload(choice.kind(), name == null ? "" : name, content, choice.choices());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Form asked, Words t) {
        ImportFile file = open(id);
        return page(file, form(file), asked, t);
    }

    private Form form(ImportFile file) {
        Form form = ImportColumnForm.of(file);
        fill(form, file);
        return form;
    }

    private ModelAndView page(ImportFile file, Form form, Form asked, Words t) {
        return page(importControllerSupport.pages().assemble(url(file), file, form, asked, this, t), file, t);
    }

    @PostMapping({"/{id}", "/{id}/columns"})
    ModelAndView settle(@PathVariable UUID id, Form form, Words t) {
        ImportFile file = open(id);
        return form.submit(
                answers -> new ColumnsCommand(
                        answers.version(), ImportColumnForm.columns(file, form, t), choices(file, form, answers)),
                settled -> {
                    importControllerSupport
                            .imports()
                            .updateColumns(id, settled.version(), settled.columns(), settled.choices());
                    return SeeOther.to(url(file)).withNotice("imports.settled");
                },
                () -> page(file, form, Form.blank(), t));
    }

    @PostMapping("/{id}/run")
    ModelAndView run(@PathVariable UUID id, Form form, Words t) {
        ImportFile file = open(id);
        return form.submit(
                FormValues::version,
                version -> importControllerSupport.imports().start(id, version),
                SeeOther.to(url(file)),
                () -> page(file, form(file), Form.blank(), t));
    }

    /** The job's progress, for the page that watches it; once it has ended, that page is reloaded. */
    @GetMapping("/{id}/work")
    ModelAndView progress(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Words t) {
        ImportFile file = open(id);
        if (part == null) {
            return page(file, form(file), Form.blank(), t);
        }
        ImportPage page =
                importControllerSupport.pages().assemble(url(file), file, Form.blank(), Form.blank(), this, t);
        return page.running() ? PageView.fragment("platform/imports/work", page) : SeeOther.to(url(file));
    }

    @PostMapping("/{id}/stop")
    ModelAndView stop(@PathVariable UUID id) {
        importControllerSupport.imports().stop(open(id).id());
        return SeeOther.to(list + "/" + id).withNotice("imports.stopping");
    }

    @PostMapping("/{id}/resume")
    ModelAndView resume(@PathVariable UUID id) {
        importControllerSupport.imports().resume(open(id).id());
        return SeeOther.to(list + "/" + id);
    }

    @PostMapping("/{id}/end")
    ModelAndView leaveAtThat(@PathVariable UUID id) {
        importControllerSupport.imports().finishEarly(open(id).id());
        return SeeOther.to(list + "/" + id);
    }

    @PostMapping("/{id}/undo")
    ModelAndView undo(@PathVariable UUID id) {
        importControllerSupport.imports().undo(open(id).id());
        return SeeOther.to(list + "/" + id);
    }

    @PostMapping("/{id}/discard")
    ModelAndView discard(@PathVariable UUID id) {
        importControllerSupport.imports().discard(open(id).id());
        return SeeOther.to(list).withNotice("imports.discarded");
    }

    /** The lines left aside, to be corrected and imported again. */
    @GetMapping("/{id}/aside.csv")
    void downloadLeftAside(@PathVariable UUID id, Words t, HttpServletResponse response) throws IOException {
        ImportFile file = open(id);
        FileDownload.setHeaders(response, t.say("imports.aside.file") + ".csv", TableFormat.CSV.mediaType());
        TableWriter.write(
                TableFormat.CSV,
                file.name(),
                file.head(),
                importControllerSupport.board().findLeftAside(id),
                t,
                response.getOutputStream());
    }

    /** A file of these kinds; files of other modules are not found here. */
    private ImportFile open(UUID id) {
        ImportFile file = importControllerSupport.board().findById(id);
        if (!kinds.contains(file.kind())) {
            throw new NotFound("import");
        }
        return file;
    }

    private String url(ImportFile file) {
        return list + "/" + file.id();
    }
}
