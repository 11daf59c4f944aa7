package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.directory.segment.SegmentId;
import org.convergence.outreach.newsletter.NewsletterPermissions;
import org.convergence.outreach.newsletter.domain.Newsletter.NewsletterId;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.BlockText;
import org.convergence.outreach.newsletter.domain.NewsletterBlock.NewsletterBlockKind;
import org.convergence.outreach.newsletter.domain.NewsletterDraftAssembler.DoneTitles;
import org.convergence.outreach.newsletter.domain.NewsletterDraftAssembler.PublishedRelay;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.publicform.FormOrigins;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.TextShortener;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes issues. A confirmed issue is not changed: it is stopped first. */
@Service
@Transactional
@Requires(NewsletterPermissions.WRITE)
public class NewsletterService {

    private static final int DAYS_WITHOUT_EARLIER_ISSUE = 60;
    private static final int MOST_BLOCKS = 60;

    private final NewsletterRepository repository;
    private final NewsletterDraftAssembler drafts;
    private final NewsletterRealisationRecorder realisations;
    private final RecipientWords words;
    private final OrganisationSettings settings;
    private final FormOrigins origins;

    NewsletterService(
            NewsletterRepository repository,
            NewsletterDraftAssembler drafts,
            NewsletterRealisationRecorder realisations,
            RecipientWords words,
            OrganisationSettings settings,
            FormOrigins origins) {
        this.repository = repository;
        this.drafts = drafts;
        this.realisations = realisations;
        this.words = words;
        this.settings = settings;
        this.origins = origins;
    }

    /** The recipients of an issue, its languages, and the line of the plan that it serves. */
    public record NewsletterSettings(
            List<String> languages,
            @Nullable SegmentId segment,
            boolean concernsFunction,
            @Nullable ActionId action) {}

    /** A block of an issue that is written at once, in its first language. */
    public record NewBlock(
            NewsletterBlockKind kind,
            String title,
            String body,
            @Nullable String url,
            @Nullable LocalDate happensOn) {}

    /**
     * A block as it was typed.
     *
     * @param texts by language
     * @param confirmed the languages whose text still says the same, though it was not changed
     */
    public record BlockInput(
            @Nullable String url,
            @Nullable LocalDate happensOn,
            Map<String, BlockText> texts,
            List<String> confirmed) {}

    /** @throws org.convergence.platform.database.NotFound if there is no such issue */
    @Transactional(readOnly = true)
    @Requires(NewsletterPermissions.READ)
    public Newsletter findById(NewsletterId id) {
        return repository.findById(id);
    }

    /** The blocks of an issue in order. */
    @Transactional(readOnly = true)
    @Requires(NewsletterPermissions.READ)
    public List<NewsletterBlock> findBlocks(NewsletterId id) {
        return repository.findBlocks(id);
    }

    /**
     * A new issue.
     *
     * @param since the day from which it tells what was done
     * @param left how many things done since then found no room in it
     */
    public record BegunNewsletter(NewsletterId id, LocalDate since, int left) {}

    /** Begins an issue, filled with what was done since the last one left and what is published as coming, to the same people. */
    @Transactional(label = "newsletter.begin")
    public BegunNewsletter begin() {
        List<Newsletter> sent = repository.findLatest(null, 20).stream()
                .filter(each -> each.startedAt() != null && each.recordedOn() != null)
                .sorted(Comparator.comparing((Newsletter each) -> Objects.requireNonNull(each.startedAt()))
                        .reversed())
                .toList();
        Optional<Newsletter> last = sent.stream().findFirst();
        NewsletterSettings chosen = last.map(each -> new NewsletterSettings(
                        each.languages(), each.segment(), each.concernsFunction(), each.action()))
                .orElseGet(() -> new NewsletterSettings(List.of(firstLanguage()), null, false, null));
        Words t = words.forOrganisation();
        LocalDate today = settings.today();
        LocalDate since = last.map(Newsletter::startedAt)
                .map(settings::dayOf)
                .orElse(today.minusDays(DAYS_WITHOUT_EARLIER_ISSUE));
        List<NewBlock> blocks = new ArrayList<>();
        blocks.add(block(NewsletterBlockKind.SUBJECT, t.say("newsletter.draft.subject", today), ""));
        blocks.add(block(NewsletterBlockKind.LEAD, "", t.say("newsletter.draft.lead")));
        DoneTitles done = drafts.findDone(since, today, realisations.findByIssues(sent));
        if (!done.shown().isEmpty()) {
            blocks.add(block(
                    NewsletterBlockKind.ARTICLE,
                    t.say("newsletter.draft.done"),
                    done.shown().stream()
                            .map(each -> "- " + t.say("newsletter.draft.item", each.title(), t.day(each.day())))
                            .collect(Collectors.joining("\n"))));
        }
        List<PublishedRelay> relays = drafts.findPublished(since, today);
        if (!relays.isEmpty()) {
            String list = relays.stream().map(each -> each.describe(t)).collect(Collectors.joining("\n"));
            blocks.add(block(NewsletterBlockKind.ARTICLE, t.say("newsletter.draft.relays"), list));
        }
        blocks.addAll(drafts.findComing(today, chosen.languages().get(0), t));
        return new BegunNewsletter(create(chosen, blocks), since, done.left());
    }

    /** The language of the organisation, in which an issue is written unless others are chosen. */
    public String firstLanguage() {
        return settings.current().languages().get(0);
    }

    private static NewBlock block(NewsletterBlockKind kind, String title, String body) {
        return new NewBlock(kind, TextShortener.shorten(title, NewsletterBlock.LONGEST_TITLE), body, null, null);
    }

    /** Writes an issue in its first language; the blocks stand in the order given. */
    @Transactional(label = "newsletter.begin")
    public NewsletterId create(NewsletterSettings chosen, List<NewBlock> blocks) {
        NewsletterId id = repository.insert(chosen.languages());
        repository.update(id, columns(chosen));
        for (NewBlock each : blocks) {
            UUID block = repository.insertBlock(id, each.kind(), each.happensOn());
            if (each.url() != null) {
                repository.updateBlock(block, 1, origins.mark(each.url(), id.mark()), each.happensOn());
            }
            repository.saveText(block, new BlockText(chosen.languages().get(0), 1, each.title(), each.body()));
        }
        return id;
    }

    private static Map<String, @Nullable Object> columns(NewsletterSettings chosen) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("languages", chosen.languages());
        columns.put(
                "segment", chosen.segment() == null ? null : chosen.segment().value());
        columns.put("concerns_function", chosen.concernsFunction());
        columns.put("action", chosen.action() == null ? null : chosen.action().value());
        return columns;
    }

    /** Changes the recipients of an issue, its languages and its line. */
    @Transactional(label = "newsletter.settle")
    public void settle(NewsletterId id, int version, NewsletterSettings chosen) {
        Newsletter before = editable(id);
        OptimisticLock.requireSameVersion(NewsletterRepository.TABLE, id.value(), version, before.version());
        repository.update(id, columns(chosen));
    }

    /** Adds an empty block at the end. */
    @Transactional(label = "newsletter.add-block")
    public UUID addBlock(NewsletterId id, NewsletterBlockKind kind) {
        editable(id);
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        if (blocks.size() >= MOST_BLOCKS || (kind.isFixed() && blocks.stream().anyMatch(each -> each.kind() == kind))) {
            throw new Refused("newsletter.refused.block");
        }
        return repository.insertBlock(id, kind, null);
    }

    /**
     * Changes a block. A link to a page of ours is written with the mark of the issue, which the team sees. A changed text in the first language is a new revision; a text in another language says the
     * present revision once it is changed or confirmed.
     */
    @Transactional(label = "newsletter.write")
    public void updateBlock(NewsletterId id, UUID block, int version, BlockInput input) {
        Newsletter issue = editable(id);
        NewsletterBlock before = repository.findBlock(id, block);
        OptimisticLock.requireSameVersion(NewsletterRepository.BLOCK_TABLE, block, version, before.version());
        String first = issue.firstLanguage();
        boolean revised = before.text(first).isPresent()
                && isChanged(before, input.texts().get(first));
        int revision = before.revision() + (revised ? 1 : 0);
        String url = input.url() == null ? null : origins.mark(input.url(), id.mark());
        repository.updateBlock(block, revision, url, input.happensOn());
        input.texts().forEach((language, text) -> {
            boolean says = language.equals(first)
                    || isChanged(before, text)
                    || input.confirmed().contains(language);
            int translates = says
                    ? revision
                    : before.text(language).map(BlockText::translates).orElse(0);
            repository.saveText(block, new BlockText(language, translates, text.title(), text.body()));
        });
    }

    private static boolean isChanged(NewsletterBlock before, @Nullable BlockText now) {
        return now != null
                && before.text(now.language())
                        .map(text -> !text.title().equals(now.title())
                                || !text.body().equals(now.body()))
                        .orElse(!now.isEmpty());
    }

    @Transactional(label = "newsletter.delete-block")
    public void deleteBlock(NewsletterId id, UUID block) {
        editable(id);
        if (repository.findBlock(id, block).kind().isFixed()) {
            throw new Refused("newsletter.refused.block");
        }
        repository.deleteBlock(block);
    }

    /** Puts a block before the one above it; the subject and the lead stay first. */
    @Transactional(label = "newsletter.move-block")
    public void moveUp(NewsletterId id, UUID block) {
        editable(id);
        List<NewsletterBlock> blocks = repository.findBlocks(id);
        for (int i = 1; i < blocks.size(); i++) {
            if (blocks.get(i).id().equals(block) && !blocks.get(i - 1).kind().isFixed()) {
                repository.moveUp(id, block);
            }
        }
    }

    /** Records the number of replies that were received. */
    @Transactional(label = "newsletter.count-replies")
    public void countReplies(NewsletterId id, int replies) {
        if (repository.lock(id).startedAt() == null) {
            throw new Refused("newsletter.refused.not-sent");
        }
        repository.update(id, Map.of("replies", replies));
    }

    private Newsletter editable(NewsletterId id) {
        Newsletter issue = repository.lock(id);
        if (!issue.isEditable()) {
            throw new Refused("newsletter.refused.confirmed");
        }
        return issue;
    }
}
