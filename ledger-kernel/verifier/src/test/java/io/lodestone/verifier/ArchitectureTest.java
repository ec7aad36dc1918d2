package io.lodestone.verifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The verifier opens two files and calls the kernel. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.lodestone.verifier");

    @Test
    void it_depends_on_the_kernel_and_picocli_alone() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.io..",
                        "java.lang..",
                        "java.nio.charset..",
                        "java.nio.file..",
                        "java.util..",
                        "io.lodestone.evidence..",
                        "io.lodestone.verifier..",
                        "org.jspecify..",
                        "picocli..",
                        "java.time..")
                .check(CLASSES);
    }

    @Test
    void it_reads_no_clock() {
        noClasses().should().callMethod(java.time.Instant.class, "now").check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.time.Clock.class)
                .check(CLASSES);
    }
}
