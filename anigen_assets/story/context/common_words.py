"""The commonest words of English: with the space before them, one token in every large vocabulary."""

from __future__ import annotations

_ANYWHERE = """
a about above across act after again against age ago air all along already also always am among an and another answer
any anyone anything are area around as ask asked at away back bad be became because become bed been before began
behind being believe below best better between big black blue board boat body book both bring building built business
but by call called came can cannot car care carry case cause center certain change child children city class clear
close cold come coming common could country course cut dark date day days dead deal death did difference different
do does done door down draw due during each early earth east easy eat either else end enough even evening event ever
every everyone everything example eyes face fact fall family far father feel feet felt few field figure final find
fire first five follow following food foot for force form found four free friend friends from front full future game
gave general get girl give given go goes going gold gone good got government great green ground group grow had half
hand hands happened hard has have he head hear heard heart held help her here high him himself his history hold home
hope hour hours house how however human hundred idea if important in into inside is it its itself job just keep kept
key kind knew know known land large last late later law lay lead learn learned leave left less let letter level life
light like line list little live lived living local long longer look looked looking lost love low made main make
making man many mark market matter may me mean means men might mind minutes miss moment money month months more
morning most mother move moved moving much music must my name near need never new next night no none nor north not
note nothing now number of off office often old on once one only open or order other others our out outside over own
page paper part past pay people perhaps person place places plan play point position possible power present president
problem public put question quite ran rather reach read ready real really reason red rest result return right river
road role room round rule run said same saw say says scene school sea season second see seem seemed seen sense sent
service set seven several shall she ship short should show side sign simple since six small so some someone something
sometimes soon sound south space speak special stand start started state stay step still stood stop story street
strong such summer sun sure system table take taken taking talk tell ten than that the their them then there these
they thing things think third this those though thought three through time times to today together told too took top
toward town tree true try turn turned two under understand until up upon us use used very voice wait walk wall want
wanted war was watch water way we week well went were west what when where whether which while white who whole whose
why wide wife will wind window winter with within without woman women word words work working world would write
written wrong year years yet you young your
"""
_AT_THE_START = """
A After All And As At But By For From He Her His How I If In It Its My New No Not Now Of On One Or She So That The
Their Then There They This To Two We What When Where Who Why With You
"""
COMMON_WORDS = frozenset(f" {word}" for word in (*_ANYWHERE.split(), *_AT_THE_START.split()))
