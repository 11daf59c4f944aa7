package org.convergence.plan.calendar.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.calendar.domain.WaitingEntryQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The user's own calendars: connects and disconnects them, and lists their waiting entries. */
@Controller
@RequestMapping("/plan/calendar")
@Requires(CalendarPermissions.OWN)
class OwnCalendarController {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 2_000;

    private final CalendarConnectionService connection;
    private final CalendarPageAssembler pages;
    private final WaitingEntryQueries waitingEntries;

    OwnCalendarController(
            CalendarConnectionService connection, CalendarPageAssembler pages, WaitingEntryQueries waitingEntries) {
        this.connection = connection;
        this.pages = pages;
        this.waitingEntries = waitingEntries;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String after, Words t) {
        return PageView.of("plan/calendar/calendar", pages.assemble(after, t));
    }

    @GetMapping("/connect")
    ModelAndView connect() {
        return page(Form.blank());
    }

    private static ModelAndView page(Form form) {
        return PageView.of("plan/calendar/connect", new CalendarConnectionPage(form));
    }

    private record ConnectionInput(@Nullable String address, List<MultipartFile> files, String name) {}

    @PostMapping("/connect")
    ModelAndView connect(Form form) {
        return form.submit(
                answers -> read(form, answers),
                sent -> {
                    connect(sent);
                    return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.connected", waitingEntries.count());
                },
                () -> page(form));
    }

    private static ConnectionInput read(Form form, FormValues answers) {
        String address = answers.optionalText("address", LONGEST_ADDRESS);
        String name = answers.optionalText("name", LONGEST_NAME);
        List<MultipartFile> files =
                answers.files("file").stream().filter(file -> !file.isEmpty()).toList();
        if (address == null && files.isEmpty() && form.problems().isEmpty()) {
            form.reject("address", "calendar.connect.which");
        }
        return new ConnectionInput(address, files, name == null ? "" : name);
    }

    private void connect(ConnectionInput sent) {
        if (sent.address() != null) {
            connection.connect(connection.find(sent.address()), sent.name());
            return;
        }
        try (InputStream file = sent.files().get(0).getInputStream()) {
            connection.importFile(file, sent.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{id}/read")
    ModelAndView readAgain(@PathVariable UUID id) {
        connection.readAgain(id);
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.read-again");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        connection.remove(id);
        return SeeOther.to(CalendarMenu.ROOM).withNotice("calendar.removed");
    }
}
