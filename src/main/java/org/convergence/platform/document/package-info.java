/**
 * Stored files: photographs, attendance sheets, minutes, papers. A file is looked at before it is kept: what it is, its
 * content says; a photograph loses all that its camera wrote beside the picture (R-PHOTO-1). It is kept in the database
 * in chunks, and read by whom the module that owns it lets. Main words: upload, prepared document, document, owner,
 * guard. What a document is about, its caption and who may publish it are its owner's.
 */
@ApplicationModule(
        displayName = "Documents",
        allowedDependencies = {
            "platform.access",
            "platform.backup",
            "platform.database",
            "platform.idempotency",
            "platform.jobs",
            "platform.shell",
            "platform.text"
        })
@NullMarked
package org.convergence.platform.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
