package org.convergence.cooperation.fieldwork.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.EnvelopeReceipt;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.OpenedLink;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkAccess.PinAnswer;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkService;
import org.convergence.cooperation.fieldwork.domain.SentEntry;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.offline.OfflineWorker;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SecureConnection;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a partner by its link, and what its telephones send. */
@Controller
@RequestMapping("/public/notes/{secret}")
@Open("a link opens the page of one partner, by its PIN")
record NotesController(PartnerLinkAccess access, NotesPageAssembler assembler, OfflineWorker worker) {

    static final String PASS = "notes";

    @Bean
    static SecretAddress notesAddress() {
        return new SecretAddress(PartnerLinkService.PATH);
    }

    /**
     * An envelope. Its entries came from one telephone, which numbers its envelopes.
     *
     * @param device a name that the telephone gave itself
     * @param entries none, if the telephone only asks whether it must forget
     */
    record EnvelopeRequest(
            String device,
            int sequence,
            @ArraySchema(maxItems = 50) List<SentEntry> entries) {}

    @GetMapping
    ModelAndView show(
            @PathVariable String secret,
            @CookieValue(name = PASS, required = false) @Nullable String pass,
            @RequestParam(required = false) @Nullable String done,
            PublicVisit visit) {
        OpenedLink link = visit.openShared(secret, () -> access.open(secret, pass));
        if (!link.isOpen()) {
            return assembler.gone(secret, link, done != null);
        }
        return link.hasEntered()
                ? assembler.notes(secret, pass, link, done != null)
                : assembler.pin(secret, link, null);
    }

    private OpenedLink open(String secret, @Nullable String pass, PublicVisit visit) {
        return visit.openShared(secret, () -> {
            OpenedLink link = access.open(secret, pass);
            if (!link.isOpen()) {
                throw new NotFound("link");
            }
            return link;
        });
    }

    @PostMapping("/pin")
    ModelAndView enter(@PathVariable String secret, Form form, PublicVisit visit) {
        OpenedLink link = open(secret, null, visit);
        PinAnswer answer = access.enter(secret, form.value("pin"));
        if (answer.pass() == null) {
            return PageView.withErrors(assembler.pin(secret, link, answer.problem()));
        }
        writePass(secret, answer.pass(), visit);
        return SeeOther.to(PartnerLinkService.PATH + secret);
    }

    /** Opens the page to this browser for two hours. */
    static void writePass(String secret, String pass, PublicVisit visit) {
        visit.response()
                .addHeader(
                        HttpHeaders.SET_COOKIE,
                        ResponseCookie.from(PASS, pass)
                                .path(PartnerLinkService.PATH + secret)
                                .httpOnly(true)
                                .secure(SecureConnection.isSecure(visit.request()))
                                .sameSite("Strict")
                                .maxAge(PartnerLinkAccess.OPEN)
                                .build()
                                .toString());
    }

    /** The page that a telephone keeps: with the forms, without any partner's entries. */
    @GetMapping("/offline")
    ModelAndView offline(@PathVariable String secret, PublicVisit visit) {
        OpenedLink link = open(secret, null, visit);
        return assembler.offline(secret, link);
    }

    @GetMapping("/worker.js")
    ResponseEntity<byte[]> worker(@PathVariable String secret, PublicVisit visit) {
        open(secret, null, visit);
        return worker.answer(PartnerLinkService.PATH + secret);
    }

    /** Takes an envelope in; the answer names the one that the telephone may delete, or tells it to forget (410). */
    @PostMapping("/envelopes")
    ResponseEntity<Map<String, Object>> receive(
            @PathVariable String secret,
            @RequestBody(required = false) @Nullable EnvelopeRequest envelope,
            PublicVisit visit) {
        visit.openShared(secret, () -> access.open(secret, null));
        if (envelope == null) {
            throw new Refused("public.fieldwork.unreadable");
        }
        EnvelopeReceipt receipt = access.receive(secret, envelope.device(), envelope.sequence(), envelope.entries());
        return answer(receipt.forget(), Map.of("acknowledged", receipt.sequence()));
    }

    private static ResponseEntity<Map<String, Object>> answer(boolean forget, Map<String, Object> received) {
        return forget
                ? ResponseEntity.status(HttpStatus.GONE).body(Map.of("forget", true))
                : ResponseEntity.ok(received);
    }

    /** Takes one part of a photograph in; the same one again changes nothing. */
    @PostMapping("/photographs/{photograph}/{number}")
    ResponseEntity<Map<String, Object>> receivePart(
            @PathVariable String secret,
            @PathVariable UUID photograph,
            @PathVariable int number,
            @RequestParam int of,
            PublicVisit visit)
            throws IOException {
        visit.openShared(secret, () -> access.open(secret, null));
        byte[] content = visit.request().getInputStream().readNBytes(200_000);
        return answer(access.receivePart(secret, photograph, number, of, content), Map.of("part", number));
    }
}
