package org.convergence.outreach.newsletter.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.segment.AudienceExclusion;
import org.convergence.directory.segment.SegmentAudience;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterState;
import org.convergence.outreach.newsletter.domain.NewsletterBlock;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterPicture;
import org.convergence.outreach.newsletter.domain.NewsletterQueries;
import org.convergence.outreach.newsletter.domain.NewsletterQueries.NewsletterOutcome;
import org.convergence.outreach.newsletter.domain.NewsletterSendingService;
import org.convergence.outreach.newsletter.domain.NewsletterService;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewBlock;
import org.convergence.outreach.newsletter.domain.NewsletterService.NewsletterSettings;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.idempotency.IdempotentCreation;
import org.convergence.platform.idempotency.IdempotentPost;
import org.convergence.platform.idempotency.IdempotentResponse;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.JsonForm;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Issues in the API. */
@RestController
@RequestMapping(path = "/api/v1/newsletters", produces = MediaType.APPLICATION_JSON_VALUE)
@Requires(NewsletterPermissions.SEND)
@Tag(name = "newsletters")
record NewsletterApi(
        NewsletterService newsletters,
        NewsletterSendingService sending,
        NewsletterQueries queries,
        SegmentAudience segments,
        NewsletterApiPictures pictures) {

    private static final int MOST_BLOCKS = 50;

    /** An issue to write. */
    record NewsletterRequest(
            @Schema(maxLength = NewsletterBlock.LONGEST_TITLE)
            String subject,

            UUID segment,

            @Schema(
                    description =
                            "true if it concerns the functions of its recipients, as a letter to a published address must")
            @Nullable
            Boolean concernsFunction,

            @ArraySchema(maxItems = MOST_BLOCKS) List<NewsletterBlockRequest> blocks) {}

    /** A block of it, in the first language of the organisation. */
    record NewsletterBlockRequest(
            NewsletterBlockKind kind,

            @Schema(description = "Not for a LEAD", maxLength = NewsletterBlock.LONGEST_TITLE) @Nullable
            String title,

            @Schema(maxLength = NewsletterBlock.LONGEST_BODY) @Nullable
            String text,

            @Schema(description = "Begins with https://", maxLength = PlanAttribution.LONGEST_LINK) @Nullable
            String url,

            @Schema(description = "The day of a DATE") @Nullable
            LocalDate on,

            @Nullable NewsletterPictureRequest picture) {}

    /** The picture of a block. */
    record NewsletterPictureRequest(
            @Schema(description = "A JPEG, PNG or WebP file in Base64", maxLength = NewsletterApiPictures.LONGEST_FILE)
            String file,

            @Schema(description = "What it shows, in words", maxLength = NewsletterPicture.LONGEST_ALTERNATIVE)
            String alternative,

            @Schema(description = "Its author and licence", maxLength = NewsletterApiPictures.LONGEST_CREDIT)
            String credit,

            @Schema(
                    description =
                            "Where the consent of the people who can be recognised is kept; null if nobody can be",
                    maxLength = NewsletterApiPictures.LONGEST_CONSENT)
            @Nullable
            String consent,

            @Schema(description = "The last day of this consent; null if it has no end") @Nullable
            LocalDate consentUntil) {}

    /** When it leaves. */
    record NewsletterSendingRequest(
            @Schema(
                    description =
                            "Such as 2026-12-01T14:00:00Z; else as soon as possible. Where other people may send, they"
                                    + " have ten minutes to stop it")
            @Nullable
            String at) {}

    /** An issue, its letters counted by state. */
    @Schema(name = "Newsletter")
    record NewsletterResource(
            UUID id,

            @Schema(description = "null until it is sent") @Nullable
            Integer number,

            NewsletterState state,

            @Nullable Instant leavesAt,

            @Schema(description = "Letters by state, without zeros; never who opened one")
            Map<LetterState, Integer> letters,

            @Schema(description = "People of the segment who got no letter, by reason")
            Map<AudienceExclusion, Integer> exclusions,

            int unsubscribed) {}

    @PostMapping
    @Operation(
            summary = "Write an issue of the newsletter",
            description =
                    "It stays a draft until it is sent. Sent again under the same Idempotency-Key, it is written once.")
    @ApiResponse(
            responseCode = "201",
            description = "The issue",
            content = @Content(schema = @Schema(implementation = NewsletterResource.class)))
    ResponseEntity<String> write(IdempotentCreation post, @RequestBody NewsletterRequest request) {
        return post.json(request, this::write);
    }

    private IdempotentResponse write(NewsletterRequest request) {
        List<NewBlock> blocks = JsonForm.read(request, (answers, form) -> read(request, answers, form));
        NewsletterId id = newsletters.create(
                new NewsletterSettings(
                        List.of(newsletters.firstLanguage()),
                        new SegmentId(request.segment()),
                        Boolean.TRUE.equals(request.concernsFunction()),
                        null),
                blocks);
        pictures.save(id, request.blocks());
        return IdempotentResponse.created("/api/v1/newsletters/" + id.value(), resource(id));
    }

    private List<NewBlock> read(NewsletterRequest request, FormValues answers, Form form) {
        UUID segment = answers.id("segment");
        if (segments.findAll().stream().noneMatch(each -> each.id().value().equals(segment))) {
            form.reject("segment", "shell.form.choice");
        }
        if (request.blocks().size() > MOST_BLOCKS) {
            form.reject("blocks", "shell.form.too-many", MOST_BLOCKS);
        }
        List<NewBlock> blocks = new ArrayList<>();
        blocks.add(new NewBlock(
                NewsletterBlockKind.SUBJECT, answers.text("subject", NewsletterBlock.LONGEST_TITLE), "", null, null));
        for (int i = 0; i < request.blocks().size(); i++) {
            NewsletterBlockRequest block = request.blocks().get(i);
            String path = "blocks[" + i + "].";
            String title = Objects.requireNonNullElse(block.title(), "").strip();
            String text = Objects.requireNonNullElse(block.text(), "").strip();
            if (block.kind() == NewsletterBlockKind.SUBJECT) {
                form.reject(path + "kind", "shell.form.choice");
            }
            if (title.isEmpty() && block.kind().hasTitle()) {
                form.reject(path + "title", "shell.form.required");
            }
            if (title.length() > NewsletterBlock.LONGEST_TITLE) {
                form.reject(path + "title", "shell.form.too-long", NewsletterBlock.LONGEST_TITLE);
            }
            if (text.length() > NewsletterBlock.LONGEST_BODY) {
                form.reject(path + "text", "shell.form.too-long", NewsletterBlock.LONGEST_BODY);
            }
            if (block.url() != null && !PlanAttribution.isLink(block.url())) {
                form.reject(path + "url", "newsletter.refused.url");
            }
            pictures.check(block.picture(), path + "picture.", form);
            blocks.add(new NewBlock(block.kind(), title, text, block.url(), block.on()));
        }
        return blocks;
    }

    @PostMapping("/{id}/send")
    @Operation(summary = "Confirm an issue, so that it leaves")
    @ApiResponse(
            responseCode = "202",
            description = "The issue",
            content = @Content(schema = @Schema(implementation = NewsletterResource.class)))
    ResponseEntity<String> send(
            @PathVariable UUID id, IdempotentPost post, @RequestBody NewsletterSendingRequest request) {
        NewsletterId issue = new NewsletterId(id);
        return post.json(request, asked -> {
            Optional<Instant> at = JsonForm.read(asked, (answers, form) -> readInstant(asked.at(), form));
            int version = newsletters.findById(issue).version();
            sending.confirm(issue, version, at.orElse(null), NewsletterSendingService.USUAL_ERRORS);
            return new IdempotentResponse(
                    202, "/api/v1/newsletters/" + id, Json.of(resource(issue)).toString());
        });
    }

    private static Optional<Instant> readInstant(@Nullable String text, Form form) {
        Optional<Instant> at = text == null ? Optional.empty() : TextParser.instant(text);
        if (text != null && at.isEmpty()) {
            form.reject("at", "shell.form.date");
        }
        return at;
    }

    @GetMapping("/{id}")
    @Requires(NewsletterPermissions.READ)
    @Operation(summary = "An issue, with its letters by state")
    NewsletterResource find(@PathVariable UUID id) {
        return resource(new NewsletterId(id));
    }

    private NewsletterResource resource(NewsletterId id) {
        Newsletter issue = newsletters.findById(id);
        NewsletterOutcome outcome = queries.findOutcome(issue);
        return new NewsletterResource(
                id.value(),
                issue.number(),
                issue.state(),
                issue.leavesAt(),
                outcome.letters(),
                outcome.exclusions(),
                outcome.unsubscribed());
    }
}
