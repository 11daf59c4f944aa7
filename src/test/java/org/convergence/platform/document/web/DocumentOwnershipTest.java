package org.convergence.platform.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.convergence.identity.Role;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentOwner;
import org.convergence.platform.document.SampleFiles;
import org.convergence.platform.document.TestDocumentGuard;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The owner decides on reading a file; discarded and unclaimed files are deleted. */
@ModuleTest
class DocumentOwnershipTest extends DocumentsFixture {

    @Test
    void unclaimedFileIsReadByUploaderOnly() {
        JsonNode told = json(post(staffToken, null, "pv.pdf", SampleFiles.pdf()));
        String address = "/api/v1/documents/" + text(told, "id");
        assertThat(get(staffToken, address).getStatus()).isEqualTo(200);
        for (String closed : List.of(address, address + "/content")) {
            assertThat(get(otherToken, closed).getStatus()).isEqualTo(404);
        }
    }

    @Test
    void guardDecidesOnOwnedFile() {
        DocumentOwner owner = new DocumentOwner(TestDocumentGuard.KIND, Ids.next());
        DocumentId id = as(Role.STAFF, () -> {
            DocumentId made = keep("pv.pdf", SampleFiles.pdf());
            keeping.claim(made, owner);
            return made;
        });
        for (Role role : List.of(Role.STAFF, Role.COORDINATOR)) {
            as(role, () -> assertThatThrownBy(() -> documents.findById(id)).isInstanceOf(NotFound.class));
        }
        door.open(owner);
        assertThat(as(Role.COORDINATOR, () -> documents.findById(id)).owner()).isEqualTo(owner);
    }

    @Test
    void refusesClaimOfOthersOrOwnedFile() {
        DocumentId id = as(Role.STAFF, () -> keep("pv.pdf", SampleFiles.pdf()));
        DocumentOwner owner = new DocumentOwner(TestDocumentGuard.KIND, Ids.next());
        as(
                Role.COORDINATOR,
                () -> assertThatThrownBy(() -> keeping.claim(id, owner)).isInstanceOf(NotFound.class));
        as(Role.STAFF, () -> {
            keeping.claim(id, owner);
            return assertThatThrownBy(() -> keeping.claim(id, new DocumentOwner(TestDocumentGuard.KIND, Ids.next())))
                    .isInstanceOf(NotFound.class);
        });
    }

    @Test
    void discardedFileIsClosedAtOnceAndDeletedADayLater() {
        DocumentOwner owner = new DocumentOwner(TestDocumentGuard.KIND, Ids.next());
        door.open(owner);
        DocumentId gone = as(Role.STAFF, () -> kept(owner));
        DocumentId back = as(Role.STAFF, () -> kept(owner));
        DocumentId fresh = as(Role.STAFF, () -> kept(owner));
        as(Role.STAFF, () -> {
            List.of(gone, back, fresh).forEach(each -> keeping.discard(each, owner));
            assertThatThrownBy(() -> documents.content(gone)).isInstanceOf(NotFound.class);
            keeping.restore(back, owner);
            return documents.findById(back);
        });
        discardedAgo(gone, 25);
        discardedAgo(fresh, 23);

        tidy();

        as(
                Role.STAFF,
                () -> assertThatThrownBy(() -> keeping.restore(gone, owner)).isInstanceOf(NotFound.class));
        assertThat(chunks(gone)).isZero();
        as(Role.STAFF, () -> {
            keeping.restore(fresh, owner);
            return documents.findById(fresh);
        });
        assertThat(documentRows(back)).isOne();
        assertThat(gestures(gone))
                .containsExactly("document.store INSERT", "document.discard UPDATE", "document.delete DELETE");
    }

    @Test
    void deletesFileUnclaimedForAMonth() {
        DocumentId id = as(Role.STAFF, () -> keep("pv.pdf", SampleFiles.pdf()));
        tidy();
        assertThat(documentRows(id)).isOne();
        db.sql("UPDATE platform.document SET uploaded_at = ? WHERE id = ?")
                .params(before(31 * 24), id.value())
                .update();
        tidy();
        assertThat(documentRows(id)).isZero();
    }
}
