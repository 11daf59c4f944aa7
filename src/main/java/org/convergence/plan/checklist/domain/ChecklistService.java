package org.convergence.plan.checklist.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.checklist.ChecklistItemId;
import org.convergence.plan.checklist.ChecklistPart;
import org.convergence.plan.checklist.ChecklistPart.ChecklistItemRow;
import org.convergence.plan.checklist.ChecklistPermissions;
import org.convergence.plan.checklist.ChecklistSubject;
import org.convergence.plan.checklist.ChecklistSubject.ChecklistRecord;
import org.convergence.plan.checklist.Checklists;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.DocumentStorage;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Tone;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and completes items; the module of the record says who may. */
@Service
@Transactional
@Requires(ChecklistPermissions.EDIT)
public class ChecklistService implements Checklists {

    /** The kind of owner of stored proofs. */
    static final String KIND = "plan.checklist";

    /** The most items of one checklist. */
    static final int MOST = 100;

    private final ChecklistItemRepository repository;
    private final SharedItemCompleter shared;
    private final ObjectProvider<ChecklistSubject> subjects;
    private final DocumentStorage documents;
    private final PeopleDirectory people;
    private final OrganisationSettings settings;
    private final JdbcClient db;

    ChecklistService(
            ChecklistItemRepository repository,
            SharedItemCompleter shared,
            ObjectProvider<ChecklistSubject> subjects,
            DocumentStorage documents,
            PeopleDirectory people,
            OrganisationSettings settings,
            JdbcClient db) {
        this.repository = repository;
        this.shared = shared;
        this.subjects = subjects;
        this.documents = documents;
        this.people = people;
        this.settings = settings;
        this.db = db;
    }

    /**
     * The record of a checklist.
     *
     * @throws NotFound if there is none, or the actor may not see it
     */
    @Transactional(readOnly = true)
    @Requires(ChecklistPermissions.READ)
    public ChecklistRecord findSubject(String kind, UUID subject) {
        return subjects.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .flatMap(each -> each.find(subject))
                .orElseThrow(() -> new NotFound("checklist"));
    }

    /** @throws NotFound if there is no such item, or the actor may not see its record */
    @Transactional(readOnly = true)
    @Requires(ChecklistPermissions.READ)
    public ChecklistItem findById(ChecklistItemId id) {
        ChecklistItem item = repository.findById(id.value()).orElseThrow(() -> new NotFound("checklist"));
        findSubject(item.kind(), item.subject());
        return item;
    }

    /** @throws Refused if the checklist has {@value #MOST} items */
    @Transactional(label = "checklist.add")
    public void add(String kind, UUID subject, ChecklistContent content) {
        requireEditable(kind, subject);
        propose(kind, subject, List.of(content));
    }

    @Override
    public void propose(String kind, UUID subject, List<ChecklistContent> items) {
        List<ChecklistItem> known = findItems(kind, subject);
        List<ChecklistItem> added = new ArrayList<>();
        for (ChecklistContent content : items) {
            if (known.stream().noneMatch(each -> each.label().equals(content.label()))) {
                added.add(ChecklistItem.create(kind, subject, known.size() + added.size() + 1, content));
            }
        }
        if (known.size() + added.size() > MOST) {
            throw new Refused("checklist.refused.most", MOST);
        }
        repository.saveAll(added);
    }

    /** @param version the version on which the form was opened */
    @Transactional(label = "checklist.change")
    public void update(ChecklistItemId id, int version, ChecklistContent content) {
        save(findEditable(id).with(version, content), version);
    }

    /**
     * Completes an item with its proof.
     *
     * @param file {@code null} for a sentence alone
     * @throws Refused without any proof
     */
    @Transactional(label = "checklist.complete")
    public void complete(ChecklistItemId id, int version, @Nullable String proof, @Nullable PreparedDocument file) {
        ChecklistItem item = findEditable(id);
        OptimisticLock.requireSameVersion(ChecklistItem.TABLE, id.value(), version, item.version());
        if (item.code() != null) {
            throw new Refused("checklist.refused.computed");
        }
        if (item.needsProof() && proof == null && file == null && item.document() == null) {
            throw new Refused("checklist.refused.proof");
        }
        UUID document = file == null
                ? item.document()
                : documents.store(file, new DocumentOwner(KIND, item.id())).value();
        save(item.done(settings.today(), proof, document), version);
        shared.complete(item);
    }

    /** Opens a completed item; its proof stays. */
    @Transactional(label = "checklist.reopen")
    public void reopen(ChecklistItemId id) {
        ChecklistItem item = findEditable(id);
        save(item.done(null, item.proof(), item.document()), item.version());
    }

    private ChecklistItem findEditable(ChecklistItemId id) {
        ChecklistItem item = findById(id);
        requireEditable(item.kind(), item.subject());
        return item;
    }

    private void requireEditable(String kind, UUID subject) {
        if (!findSubject(kind, subject).mayEdit()) {
            throw new Refused("checklist.refused.record");
        }
    }

    private void save(ChecklistItem item, int version) {
        OptimisticLock.save(repository, item, ChecklistItem.TABLE, item.id(), version);
    }

    private List<ChecklistItem> findItems(String kind, UUID subject) {
        List<UUID> ids = db.sql(
                        "SELECT id FROM plan.checklist_item WHERE kind = ? AND subject = ? ORDER BY position, id")
                .params(kind, subject)
                .query(UUID.class)
                .list();
        Map<UUID, ChecklistItem> items = new HashMap<>();
        repository.findAllById(ids).forEach(each -> items.put(each.id(), each));
        return ids.stream().map(items::get).filter(Objects::nonNull).toList();
    }

    @Override
    public void end(String kind, UUID subject) {
        subjects.stream()
                .filter(each -> each.kind().equals(kind) && each.fulfilled() != null)
                .forEach(each -> db.sql("""
                                UPDATE plan.checklist_item i SET done_on = f.done_on, version = version + 1 FROM (%s) f
                                WHERE i.kind = ? AND i.subject = ? AND i.done_on IS NULL
                                  AND f.subject = i.subject AND f.code = i.code
                                """.formatted(each.fulfilled()))
                        .params(kind, subject)
                        .update());
        db.sql("UPDATE plan.checklist_item SET due_on = NULL, version = version + 1"
                        + " WHERE kind = ? AND subject = ? AND done_on IS NULL AND due_on IS NOT NULL")
                .params(kind, subject)
                .update();
    }

    @Override
    public void move(String kind, UUID subject, LocalDate from, LocalDate to) {
        db.sql("UPDATE plan.checklist_item SET due_on = ?, version = version + 1"
                        + " WHERE kind = ? AND subject = ? AND done_on IS NULL AND due_on = ?")
                .params(to, kind, subject, from)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(ChecklistPermissions.READ)
    public int countOpen(String kind, UUID subject) {
        return db.sql("SELECT count(*) FROM plan.checklist_item i WHERE i.kind = ? AND i.subject = ? AND "
                        + OpenItems.condition(this.subjects.stream().toList()))
                .params(kind, subject)
                .query(Integer.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(ChecklistPermissions.READ)
    public Map<UUID, List<String>> findOpen(String kind, Collection<UUID> subjects) {
        Map<UUID, List<String>> open = new HashMap<>();
        db.sql("SELECT i.subject, i.label FROM plan.checklist_item i WHERE i.kind = ? AND i.subject = ANY (?) AND "
                        + OpenItems.condition(this.subjects.stream().toList())
                        + " ORDER BY i.subject, i.position, i.id")
                .params(kind, subjects.toArray(UUID[]::new))
                .query((row, n) -> open.computeIfAbsent(
                                row.getObject("subject", UUID.class), subject -> new ArrayList<>())
                        .add(row.getString("label")))
                .list();
        return open;
    }

    @Override
    @Transactional(readOnly = true)
    @Requires(ChecklistPermissions.READ)
    public ChecklistPart part(String kind, UUID subject, boolean mayEdit, Words t) {
        List<ChecklistItem> items = findItems(kind, subject);
        Map<PersonId, PersonName> owners = people.personNames(items.stream()
                .map(ChecklistItem::owner)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        LocalDate today = settings.today();
        Set<UUID> fulfilled =
                Set.copyOf(db.sql("SELECT i.id FROM plan.checklist_item i WHERE i.kind = ? AND i.subject = ? AND "
                                + OpenItems.fulfilled(this.subjects.stream().toList()))
                        .params(kind, subject)
                        .query(UUID.class)
                        .list());
        List<ChecklistItemRow> rows = items.stream()
                .map(each -> row(each, fulfilled.contains(each.id()), owners::get, today, mayEdit, t))
                .toList();
        long done = rows.stream().filter(ChecklistItemRow::isDone).count();
        String list = "/plan/checklist/" + kind + "/" + subject;
        return new ChecklistPart(
                t.say("checklist.summary", done, items.size()),
                rows,
                rows.stream().allMatch(each -> each.tick() == null) ? null : list + "/complete",
                mayEdit ? list + "/new" : null);
    }

    private static ChecklistItemRow row(
            ChecklistItem item,
            boolean isFulfilled,
            Function<PersonId, @Nullable PersonName> owners,
            LocalDate today,
            boolean mayEdit,
            Words t) {
        LocalDate due = item.dueOn();
        boolean isDone = item.doneOn() != null || isFulfilled;
        boolean isLate = !isDone && due != null && due.isBefore(today);
        PersonName owner = item.owner() == null ? null : owners.apply(item.owner());
        List<String> detail = new ArrayList<>(List.of(owner == null ? t.say("checklist.nobody") : owner.name()));
        if (item.doneOn() != null) {
            detail.add(t.say("checklist.done-on", item.doneOn()));
        } else if (due != null && !isDone) {
            detail.add(t.say("checklist.due-on", due));
        }
        if (item.code() != null) {
            detail.add(t.say("checklist.computed"));
        } else if (item.proof() != null) {
            detail.add(item.proof());
        }
        return new ChecklistItemRow(
                item.id(),
                item.label(),
                mayEdit && item.code() == null ? "/plan/checklist/" + item.id() : null,
                mayEdit && item.code() == null && !isDone ? item.version() : null,
                item.needsProof() && item.document() == null,
                String.join(" · ", detail),
                item.document() == null ? null : "/platform/document/" + item.document(),
                isDone ? Tone.OK : isLate ? Tone.BAD : Tone.AHEAD,
                t.say(isDone ? "checklist.state.done" : isLate ? "checklist.state.late" : "checklist.state.open"),
                isDone);
    }
}
