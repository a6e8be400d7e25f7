use super::*;

#[test]
fn a_proof_is_known_by_its_content_not_by_its_name() {
    let table: [(&[u8], Result<ProofKind, ReductionRefused>); 6] = [
        (b"%PDF-1.7\n", Ok(ProofKind::Pdf)),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", Ok(ProofKind::Jpeg)),
        (b"\x89PNG\r\n\x1a\n\x00", Ok(ProofKind::Png)),
        (
            b"<html><script>alert(1)</script>",
            Err(ReductionRefused::FileKind),
        ),
        (b"MZ\x90\x00", Err(ReductionRefused::FileKind)),
        (b"", Err(ReductionRefused::FileKind)),
    ];
    for (content, expected) in table {
        assert_eq!(proof_kind(content), expected, "{content:?}");
    }
    let mut large = b"%PDF-".to_vec();
    large.resize(LARGEST_PROOF + 1, b' ');
    assert_eq!(
        proof_kind(&large),
        Err(ReductionRefused::FileTooLarge { megabytes: 5 })
    );
    large.truncate(LARGEST_PROOF);
    assert_eq!(proof_kind(&large), Ok(ProofKind::Pdf));
}
