package org.convergence.plan.calendar.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.calendar.CalendarPermissions;
import org.convergence.plan.calendar.domain.Asking;
import org.convergence.plan.calendar.domain.CalendarConnection;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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

    private final CalendarConnection connection;
    private final CalendarPages pages;
    private final Asking asking;

    OwnCalendarController(CalendarConnection connection, CalendarPages pages, Asking asking) {
        this.connection = connection;
        this.pages = pages;
        this.asking = asking;
    }

    @GetMapping
    ModelAndView own(@RequestParam(required = false) @Nullable String after, Words t) {
        return Page.of("plan/calendar/calendar", pages.own(after, t));
    }

    @GetMapping("/connect")
    ModelAndView connect() {
        return page(Form.blank());
    }

    private static ModelAndView page(Form form) {
        return Page.of("plan/calendar/connect", new ConnectPage(form));
    }

    private record Sent(@Nullable String address, List<MultipartFile> files, String name) {}

    @PostMapping("/connect")
    ModelAndView connect(Form form) {
        return form.submit(
                answers -> read(form, answers),
                sent -> {
                    connect(sent);
                    return Go.to(CalendarMenu.ROOM).saying("calendar.connected", asking.count());
                },
                () -> page(form));
    }

    private static Sent read(Form form, Answers answers) {
        String address = answers.optionalText("address", LONGEST_ADDRESS);
        String name = answers.optionalText("name", LONGEST_NAME);
        List<MultipartFile> files =
                answers.files("file").stream().filter(file -> !file.isEmpty()).toList();
        if (address == null && files.isEmpty() && form.problems().isEmpty()) {
            form.reject("address", "calendar.connect.which");
        }
        return new Sent(address, files, name == null ? "" : name);
    }

    private void connect(Sent sent) {
        if (sent.address() != null) {
            connection.connect(connection.find(sent.address()), sent.name());
            return;
        }
        try (InputStream file = sent.files().get(0).getInputStream()) {
            connection.bringIn(file, sent.name());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{id}/read")
    ModelAndView readAgain(@PathVariable UUID id) {
        connection.readAgain(id);
        return Go.to(CalendarMenu.ROOM).saying("calendar.read-again");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        connection.remove(id);
        return Go.to(CalendarMenu.ROOM).saying("calendar.removed");
    }
}
