package org.convergence.platform.keys;

import java.nio.file.Path;

/** The signer of another installation, for tests. */
public final class OtherSigners {

    private OtherSigners() {}

    /** The signer whose keys are in a folder. */
    public static DocumentSigner in(Path folder) {
        return new DocumentSigner(new MarkGenerator(new KeyFolder(folder)));
    }
}
