package org.convergence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.asm.Type;

/**
 * The compiled classes of the application, without tests, as their files say. They are read in a second; a model of
 * them in which classes know each other takes twenty.
 */
public final class ApplicationClasses {

    private static final Path COMPILED = Path.of("target/classes/org/convergence");
    private static final int CLASS_ENTRY = 7;
    private static final int TEXT_ENTRY = 1;
    private static final Pattern NAMED = Pattern.compile("L([\\w/$]+)[;<]");

    private ApplicationClasses() {}

    /**
     * A compiled class.
     *
     * @param supertypes its superclass and interfaces, without theirs
     * @param references every type that the class file names
     */
    public record CompiledClass(
            String name,
            boolean isInterface,
            Set<String> supertypes,
            List<CompiledMethod> methods,
            List<MethodCall> calls,
            Set<String> references) {

        public String packageName() {
            return name.substring(0, name.lastIndexOf('.'));
        }

        public String simpleName() {
            return name.substring(name.lastIndexOf('.') + 1);
        }

        /** The name of the class in whose file it is written. */
        public String topLevelName() {
            return name.replaceAll("\\$.*", "");
        }

        /** The class, without its static initialisation. */
        public Class<?> load() {
            try {
                return Class.forName(name, false, ApplicationClasses.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /**
     * A method or constructor ({@code <init>}).
     *
     * @param signature with the types in its generics
     */
    public record CompiledMethod(String name, String descriptor, String signature, Set<String> annotations) {

        public String returnType() {
            return Type.getReturnType(descriptor).getClassName();
        }
    }

    /** A call of a method, or a reference to it. */
    public record MethodCall(String owner, String method, String descriptor) {

        public boolean hasParameters() {
            return Type.getArgumentTypes(descriptor).length > 0;
        }
    }

    /** All classes of the application. */
    public static List<CompiledClass> get() {
        return Holder.CLASSES;
    }

    private static final class Holder {

        static final List<CompiledClass> CLASSES = readAll();

        private static List<CompiledClass> readAll() {
            try (Stream<Path> files = Files.walk(COMPILED)) {
                return files.filter(file -> file.toString().endsWith(".class"))
                        .map(Holder::read)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static CompiledClass read(Path file) {
            try {
                ClassReader reader = new ClassReader(Files.readAllBytes(file));
                var contents = new Contents();
                reader.accept(contents, ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
                Set<String> supertypes = new HashSet<>();
                supertypes.add(dotted(reader.getSuperName()));
                Stream.of(reader.getInterfaces()).map(Holder::dotted).forEach(supertypes::add);
                return new CompiledClass(
                        dotted(reader.getClassName()),
                        (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0,
                        supertypes,
                        contents.methods,
                        contents.calls,
                        references(reader));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Set<String> references(ClassReader reader) {
            Set<String> found = new HashSet<>();
            char[] buffer = new char[reader.getMaxStringLength()];
            for (int i = 1; i < reader.getItemCount(); i++) {
                int at = reader.getItem(i);
                if (at == 0) {
                    continue;
                }
                int kind = reader.readByte(at - 1);
                if (kind == CLASS_ENTRY) {
                    String name = reader.readUTF8(at, buffer);
                    if (!name.startsWith("[")) {
                        found.add(dotted(name));
                    }
                } else if (kind == TEXT_ENTRY) {
                    Matcher named = NAMED.matcher(text(reader, at));
                    while (named.find()) {
                        found.add(dotted(named.group(1)));
                    }
                }
            }
            return found;
        }

        private static String text(ClassReader reader, int at) {
            int length = reader.readUnsignedShort(at);
            var text = new StringBuilder(length);
            for (int i = 0; i < length; i++) {
                text.append((char) reader.readByte(at + 2 + i));
            }
            return text.toString();
        }

        private static String dotted(@Nullable String internal) {
            return internal == null ? "" : internal.replace('/', '.');
        }
    }

    private static final class Contents extends ClassVisitor {

        final List<CompiledMethod> methods = new ArrayList<>();
        final List<MethodCall> calls = new ArrayList<>();

        Contents() {
            super(Opcodes.ASM9);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            Set<String> annotations = new HashSet<>();
            methods.add(new CompiledMethod(name, descriptor, signature == null ? descriptor : signature, annotations));
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String type, boolean visible) {
                    annotations.add(Type.getType(type).getClassName());
                    return null;
                }

                @Override
                public void visitMethodInsn(int code, String owner, String method, String called, boolean ofInterface) {
                    calls.add(new MethodCall(Holder.dotted(owner), method, called));
                }

                @Override
                public void visitInvokeDynamicInsn(
                        String method, String called, Handle bootstrap, Object... arguments) {
                    for (Object each : arguments) {
                        if (each instanceof Handle handle && handle.getDesc().startsWith("(")) {
                            calls.add(new MethodCall(
                                    Holder.dotted(handle.getOwner()), handle.getName(), handle.getDesc()));
                        }
                    }
                }
            };
        }
    }
}
