package org.convergence.cooperation.fieldwork.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.core.JacksonException;

/** The file that a telephone without network gives: what waits on it, still encrypted, as it would have sent it. */
@Controller
@RequestMapping("/cooperation/fieldwork/file")
@Requires(FieldworkPermissions.FOLLOW)
record NotesFileController(PartnerLinkAccess access) {

    private static final int LARGEST = 20_000_000;

    /** What waits on a telephone. */
    record WaitingNotes(String address, String device, List<WaitingEnvelope> envelopes, List<WaitingPart> parts) {

        WaitingNotes {
            address = Objects.requireNonNullElse(address, "");
            device = Objects.requireNonNullElse(device, "");
            envelopes = List.copyOf(Objects.requireNonNullElse(envelopes, List.of()));
            parts = List.copyOf(Objects.requireNonNullElse(parts, List.of()));
        }
    }

    record WaitingEnvelope(int sequence, List<SentEntry> entries) {

        WaitingEnvelope {
            entries = List.copyOf(entries);
        }
    }

    /** A part of a photograph, in Base64. */
    record WaitingPart(UUID photograph, int number, int of, String bytes) {

        WaitingPart {
            Objects.requireNonNull(photograph);
            Objects.requireNonNull(bytes);
        }
    }

    @GetMapping
    ModelAndView open() {
        return page(Form.blank());
    }

    private static ModelAndView page(Form form) {
        return PageView.of("cooperation/fieldwork/file", form);
    }

    /** Takes the file in; what came before by network counts once. */
    @PostMapping
    ModelAndView receive(Form form) {
        return form.submit(
                NotesFileController::read,
                waiting -> {
                    if (waiting != null) {
                        receive(waiting);
                    }
                    return SeeOther.to(PartnerEntryPage.LIST).withNotice("fieldwork.file.received");
                },
                () -> page(form));
    }

    private void receive(WaitingNotes waiting) {
        try {
            send(waiting);
        } catch (NotFound | IllegalArgumentException other) {
            throw new Refused("fieldwork.refused.file");
        }
    }

    private void send(WaitingNotes waiting) {
        String secret = waiting.address().substring(PartnerLinkService.PATH.length());
        waiting.envelopes()
                .forEach(each -> requireKept(access.receive(secret, waiting.device(), each.sequence(), each.entries())
                        .forget()));
        waiting.parts()
                .forEach(each -> requireKept(access.receivePart(
                        secret,
                        each.photograph(),
                        each.number(),
                        each.of(),
                        Base64.getDecoder().decode(each.bytes()))));
    }

    private static void requireKept(boolean forget) {
        if (forget) {
            throw new Refused("fieldwork.refused.file-forgotten");
        }
    }

    private static @Nullable WaitingNotes read(FormValues answers) {
        MultipartFile file = answers.file("file");
        try {
            if (file != null && file.getSize() <= LARGEST) {
                @Nullable
                WaitingNotes read = Json.parse(new String(file.getBytes(), StandardCharsets.UTF_8))
                        .as(WaitingNotes.class);
                // An empty file is read as nothing.
                if (read != null
                        && read.address().startsWith(PartnerLinkService.PATH)
                        && !read.device().isBlank()) {
                    return read;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JacksonException other) {
            // It is no file of a telephone.
        }
        answers.reject("file", "fieldwork.refused.file");
        return null;
    }
}
