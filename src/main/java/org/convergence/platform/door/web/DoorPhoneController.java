package org.convergence.platform.door.web;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.Refused;
import org.convergence.platform.door.DoorEnvelope;
import org.convergence.platform.door.DoorEnvelope.MoveReceipt;
import org.convergence.platform.door.DoorEnvelope.SealedMove;
import org.convergence.platform.door.DoorLinkService;
import org.convergence.platform.door.DoorPhoneService;
import org.convergence.platform.door.DoorPhoneService.OpenedDoor;
import org.convergence.platform.door.web.DoorPage.DoorPhonePage;
import org.convergence.platform.offline.OfflineWorker;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.publicform.PublicVisit;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A door on a phone, by its link: the page, the list, and what the phone noted. */
@Controller
@RequestMapping("/public/door/{secret}")
@Open("a link opens the door of one evening")
record DoorPhoneController(DoorPhoneService door, PublicLanguages languages, OfflineWorker worker) {

    @Bean
    static SecretAddress doorAddress() {
        return new SecretAddress(DoorLinkService.PATH);
    }

    private OpenedDoor open(String secret, PublicVisit visit) {
        return visit.openShared(secret, () -> door.open(secret));
    }

    /** The page, which a phone keeps: it names nobody. */
    @GetMapping({"", "/offline"})
    ModelAndView show(@PathVariable String secret, PublicVisit visit) {
        OpenedDoor link = open(secret, visit);
        Words t = languages.wordsFor(link.language());
        ModelAndView page = PageView.of(
                "platform/door/phone",
                new DoorPhonePage(
                        t,
                        DoorLinkService.PATH + secret,
                        link.publicKey(),
                        t.zone().getId(),
                        link.isOver()));
        if (link.isOver()) {
            page.setStatus(HttpStatus.GONE);
        }
        return page;
    }

    @GetMapping("/worker.js")
    ResponseEntity<byte[]> worker(@PathVariable String secret, PublicVisit visit) {
        open(secret, visit);
        return worker.answer(DoorLinkService.PATH + secret);
    }

    /** The list with its figures, or 410 if the phone must forget it. */
    @GetMapping("/list")
    ResponseEntity<Object> list(
            @PathVariable String secret, @RequestParam(defaultValue = "") String device, PublicVisit visit) {
        OpenedDoor link = open(secret, visit);
        return door.findList(secret, device, languages.wordsFor(link.language()))
                .<ResponseEntity<Object>>map(ResponseEntity::ok)
                .orElse(ResponseEntity.status(HttpStatus.GONE).body(Map.of("forget", true)));
    }

    /**
     * An envelope with an entry, or without one to ask for the figures. A phone numbers its envelopes.
     *
     * @param device a name that the phone gave itself
     */
    record MoveEnvelope(
            String device,
            int sequence,
            @ArraySchema(maxItems = 1) List<SealedMove> entries) {}

    /** What became of an envelope, which the phone may delete, and the figures of now. */
    record MoveAcknowledgement(int acknowledged, List<DoorEnvelope.MoveAnswer> answers, List<String> figures) {}

    /** Takes an envelope in, or tells the phone to forget (410). */
    @PostMapping("/envelopes")
    ResponseEntity<Object> receive(
            @PathVariable String secret,
            @RequestBody(required = false) @Nullable MoveEnvelope envelope,
            PublicVisit visit) {
        OpenedDoor link = open(secret, visit);
        if (envelope == null) {
            throw new Refused("door.refused.unreadable");
        }
        MoveReceipt receipt = door.receive(
                secret,
                envelope.device(),
                envelope.sequence(),
                envelope.entries(),
                languages.wordsFor(link.language()));
        return receipt.forget()
                ? ResponseEntity.status(HttpStatus.GONE).body(Map.of("forget", true))
                : ResponseEntity.ok(new MoveAcknowledgement(receipt.sequence(), receipt.answers(), receipt.figures()));
    }
}
