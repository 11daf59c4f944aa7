/**
 * Stored files: photographs, attendance sheets, minutes, papers. A file is inspected before it is stored: its type is
 * detected from its content, and a photograph loses its camera metadata (R-PHOTO-1). It is stored in the database in
 * chunks; the owning module decides on reading it. Main types: upload, prepared document, document, owner, guard. The
 * owner keeps a document's subject, caption and permission to publish.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {
            "platform.access",
            "platform.backup",
            "platform.database",
            "platform.idempotency",
            "platform.jobs",
            "platform.redaction",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
